// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.Sha256;
import org.winnow.corpus.StoredRule;
import org.winnow.corpus.StoredRules;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.rules.RuleFiles.RuleText;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/**
 * Saves rules. The file in the user's folder is the truth; the catalog keeps every version of it
 * that was saved here, and those that somebody wrote to disk in between. A process that is killed
 * leaves the old file or the new one, and a version that was not noted is noted with the next save.
 * Safe for use by several threads.
 */
public final class RuleVersions {
  private static final int CONTEXT = 3;

  private final Jdbi catalog;
  private final RuleFiles files;
  private final Clock clock;

  public RuleVersions(Jdbi catalog, RuleFiles files, Clock clock) {
    this.catalog = catalog;
    this.files = files;
    this.clock = clock;
  }

  /**
   * An edit that waits to be saved.
   *
   * @param rule the rule's name
   * @param base the {@link RuleText#sha256} of what was edited; empty for a rule that is new
   * @param text what the file is to say
   * @param message what was changed
   * @param author who did
   * @param reason why it is right although approved texts or samples suffer; or empty
   */
  public record Edit(
      String rule, String base, String text, String message, String author, String reason) {}

  /** What became of an edit. */
  public sealed interface Outcome {}

  /** It was saved. */
  public record Saved(StoredRule version) implements Outcome {}

  /**
   * Somebody else changed the file in between; nothing was written.
   *
   * @param onDisk what it says now; empty if it is gone
   * @param diff from what is on disk to the edit
   */
  public record Conflict(String onDisk, List<String> diff) implements Outcome {}

  /**
   * Saves an edit, whatever is in it: to check it is the caller's part.
   *
   * @throws IOException if the file cannot be written; then nothing was changed
   */
  public synchronized Outcome save(Edit edit) throws IOException {
    Optional<RuleText> now = files.find(edit.rule());
    String onDisk = now.map(RuleText::text).orElse("");
    if (!now.map(RuleText::sha256).orElse("").equals(edit.base())) {
      return new Conflict(onDisk, diff(onDisk, edit.text()));
    }
    Path path = now.map(RuleText::path).orElseGet(() -> files.placeOf(edit.rule()));
    if (now.isPresent() && !now.get().isOwn()) {
      copySamples(now.get(), path);
    }
    return new Saved(
        catalog.inTransaction(
            handle -> {
              String file = nameOf(path);
              now.ifPresent(before -> noteFound(handle, file, before));
              StoredRule added =
                  StoredRules.add(
                      handle,
                      version(file, edit.text(), edit.message(), edit.author(), edit.reason()));
              // Within the transaction: without the file there is no version.
              write(path, edit.text());
              return added;
            }));
  }

  /**
   * Saves the text of an earlier version as a new one; empty if there is no such version.
   *
   * @param base as in {@link Edit}
   */
  public Optional<Outcome> revert(
      String rule, int number, String base, String author, String reason) throws IOException {
    Optional<StoredRule> version = version(rule, number);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    String message = "Back to version " + number;
    return Optional.of(save(new Edit(rule, base, version.get().text(), message, author, reason)));
  }

  /** The versions of that rule's file, the youngest first. */
  public List<StoredRule> all(String rule) {
    return catalog.withHandle(handle -> StoredRules.all(handle, nameOf(pathOf(rule))));
  }

  public Optional<StoredRule> version(String rule, int number) {
    return catalog.withHandle(handle -> StoredRules.find(handle, nameOf(pathOf(rule)), number));
  }

  /** From one text to another, in the usual form, with three lines around each change. */
  public static List<String> diff(String before, String after) {
    List<String> lines = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        "before", "after", lines, DiffUtils.diff(lines, after.lines().toList()), CONTEXT);
  }

  private Path pathOf(String rule) {
    return files.find(rule).map(RuleText::path).orElseGet(() -> files.placeOf(rule));
  }

  private String nameOf(Path path) {
    return files.folder().relativize(path).toString().replace('\\', '/');
  }

  /** What somebody wrote without this page, so that it can be had back. */
  private void noteFound(Handle handle, String file, RuleText before) {
    Optional<StoredRule> last = StoredRules.last(handle, file);
    if (last.isEmpty() || !last.get().sha256().equals(before.sha256())) {
      String message = before.isOwn() ? "As found on disk" : "As it comes with Winnow";
      StoredRules.add(handle, version(file, before.text(), message, "", ""));
    }
  }

  private StoredRule version(
      String file, String text, String message, String author, String reason) {
    return new StoredRule(
        file, 0, Sha256.hex(text), text, message, author, reason, clock.instant());
  }

  /** A rule's samples are named relative to its file. */
  private void copySamples(RuleText rule, Path path) throws IOException {
    for (SiteRule site : files.read().rules().rules()) {
      if (site.name().equals(rule.name())) {
        for (SampleTest sample : site.tests()) {
          copy(sample, sample.page(), path);
          String gold = sample.gold();
          if (gold != null) {
            copy(sample, gold, path);
          }
        }
      }
    }
  }

  private static void copy(SampleTest sample, String name, Path rule) throws IOException {
    Path target = rule.resolveSibling(name);
    if (Samples.exists(sample, name) && !Files.exists(target)) {
      AtomicFile.write(target, Samples.bytes(sample, name));
    }
  }

  private static void write(Path path, String text) throws IOException {
    Path part = AtomicFile.begin(path);
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    AtomicFile.complete(part, path);
  }
}
