// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.UserError;
import picocli.CommandLine.Option;

/** Which of the stored pages to extract again. */
final class StoredOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Extract the pages of this corpus again and bring its articles up to date; winnow-data if",
        "only --site, --since or --dry-run is given."
      })
  private @Nullable Path folder;

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "Of the stored pages only this site's, by the name of its rule or its host.")
  private @Nullable String site;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "Of the stored pages only those fetched on this day (UTC) or later: 2026-01-31.")
  private @Nullable String since;

  @Option(
      names = "--dry-run",
      description = "Say how many articles of stored pages would change, and change nothing.")
  private boolean dryRun;

  /**
   * The corpus, or null where other pages are to be extracted; the usual one if it is not named but
   * an option asks for stored pages.
   *
   * @param isOther whether other pages are named
   */
  @Nullable DataFolder data(boolean isOther) {
    boolean isAsked = site != null || since != null || dryRun;
    if (folder == null && isAsked && isOther) {
      throw new UserError(
          "--site, --since and --dry-run are for the stored pages of a corpus (--data DIR); name no"
              + " others");
    }
    return folder == null && !isAsked
        ? null
        : new DataFolder(folder == null ? Path.of(DataFolder.USUAL) : folder);
  }

  @Nullable String site() {
    return site;
  }

  @Nullable Instant since() {
    return Day.start("--since", since);
  }

  boolean isDry() {
    return dryRun;
  }
}
