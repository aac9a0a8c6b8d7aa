// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.WarcPosition;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;

/**
 * A data folder that is open for writing, once in a process: crawls, re-extraction and review all
 * work in it, several at the same time. They share the archive and the commit queue; so a full disk
 * makes all of them wait. What a crash took is made good when it is opened. Safe for use by several
 * threads.
 */
public final class Workspace implements AutoCloseable {
  private final DataFolder data;
  private final LiveRules rules;
  private final Clock clock;
  private final Catalog catalog;
  private final PageArchive archive;
  private final SiteTitles titles;
  private final TextCorpus texts;
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
  private final CommitQueue commits;

  private Workspace(
      DataFolder data,
      LiveRules rules,
      Clock clock,
      Catalog catalog,
      PageArchive archive,
      SiteTitles titles,
      CommitQueue.Watcher others) {
    this.data = data;
    this.rules = rules;
    this.clock = clock;
    this.catalog = catalog;
    this.archive = archive;
    this.titles = titles;
    texts = data.crawledTexts();
    CommitQueue.Watcher watcher =
        new CommitQueue.Watcher() {
          @Override
          public void paused(String why) {
            trouble.set(why);
            others.paused(why);
          }

          @Override
          public void resumed() {
            trouble.set(null);
            others.resumed();
          }

          @Override
          public void lost(String why) {
            others.lost(why);
          }
        };
    commits = new CommitQueue(catalog.jdbi(), archive, watcher);
  }

  /** Opens that folder; {@link #trouble} is the only one to tell of a full disk. */
  public static Workspace open(DataFolder data, LiveRules rules, Clock clock) throws IOException {
    CommitQueue.Watcher nobody =
        new CommitQueue.Watcher() {
          @Override
          public void paused(String why) {}

          @Override
          public void resumed() {}
        };
    return open(data, rules, nobody, clock);
  }

  /**
   * Opens that folder, which is made if it is missing.
   *
   * @param watcher is told when nothing can be written, and when it can again
   * @throws UserError if the folder cannot be used, or another process has it open
   */
  public static Workspace open(
      DataFolder data, LiveRules rules, CommitQueue.Watcher watcher, Clock clock)
      throws IOException {
    Catalog catalog = openCatalog(data);
    try {
      Jdbi jdbi = catalog.jdbi();
      Optional<WarcPosition> last = jdbi.withHandle(Pages::lastArchived);
      PageArchive archive = PageArchive.open(data.archive(), last, clock);
      SiteTitles titles = data.titles();
      ArticleJoiner joiner = new ArticleJoiner(archive, new Extractor(rules.current(), titles));
      jdbi.useTransaction(handle -> CrashRepair.run(handle, archive, data.crawledTexts(), joiner));
      return new Workspace(data, rules, clock, catalog, archive, titles, watcher);
    } catch (IOException | RuntimeException failure) {
      catalog.close();
      throw failure;
    }
  }

  private static Catalog openCatalog(DataFolder data) throws IOException {
    try {
      return Catalog.open(data.catalogFile());
    } catch (FileSystemException unusable) {
      throw new UserError(Failures.reason(unusable));
    }
  }

  public DataFolder data() {
    return data;
  }

  /** The rules; who needs them for longer asks once. */
  public LiveRules rules() {
    return rules;
  }

  public Clock clock() {
    return clock;
  }

  /** Where to read, and to write what is not of a page. */
  public Jdbi jdbi() {
    return catalog.jdbi();
  }

  /** The same for libraries that work on connections. */
  public DataSource connections() {
    return catalog.connections();
  }

  /** The pages; appended to only within {@link #commits}. */
  public PageArchive archive() {
    return archive;
  }

  public CommitQueue commits() {
    return commits;
  }

  public TextCorpus texts() {
    return texts;
  }

  /** What the titles of each site's pages have in common; crawls add to it. */
  public SiteTitles titles() {
    return titles;
  }

  /** Keeps what was learned of titles, so that a killed process loses that of one run at most. */
  void keepTitles() throws IOException {
    synchronized (titles) {
      data.keep(titles);
    }
  }

  /** Why nothing can be written at the moment, in words: a full disk, a lost database; or empty. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble.get());
  }

  /** Makes the articles again from the archive, by the rules in force now. */
  public Reextraction reextraction() {
    return new Reextraction(jdbi(), archive, data.texts(), rules.current(), false);
  }

  /** Everything that runs in it must have ended; what waits for a full disk is given up. */
  @Override
  public void close() throws IOException {
    try {
      commits.close();
      keepTitles();
      archive.close();
    } finally {
      catalog.close();
    }
  }
}
