// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the stored pages to extract again. */
final class StoredOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Extract the pages of this corpus again and bring its articles up to date.")
  private @Nullable Path folder;

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "With --data: only this site, by the name of its rule or its host.")
  private @Nullable String site;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "With --data: only pages fetched on this day (UTC) or later: 2026-01-31.")
  private @Nullable String since;

  @Option(
      names = "--dry-run",
      description = "With --data: say how many articles would change, and change nothing.")
  private boolean dryRun;

  /** The corpus, or null where other pages are to be extracted. */
  @Nullable DataFolder data() {
    if (folder == null && (site != null || since != null || dryRun)) {
      throw new UserError("--site, --since and --dry-run go with --data DIR");
    }
    return folder == null ? null : new DataFolder(folder);
  }

  @Nullable String site() {
    return site;
  }

  @Nullable Instant since() {
    return Since.day(since);
  }

  boolean isDry() {
    return dryRun;
  }
}
