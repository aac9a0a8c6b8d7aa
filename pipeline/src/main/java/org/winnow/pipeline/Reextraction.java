// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.ArticleVersion;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Commit;
import org.winnow.corpus.ExtractionTrace;
import org.winnow.corpus.ExtractionTraces;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.StoredPage;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.extractors.Extractor;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * Makes the articles of a corpus again from its archive, as after a change of a rule. An article
 * whose page gives none any more keeps its text and is named: a broken rule never takes text away.
 */
public final class Reextraction {
  private final Jdbi catalog;
  private final PageArchive archive;
  private final TextCorpus texts;
  private final RuleSet rules;
  private final Extractor extractor;
  private final ArticleJoiner joiner;
  private final boolean isDry;
  private final Traces traces = new Traces();

  private final Failures empty = new Failures();
  private int changed;
  private int changedInDataOnly;
  private int unchanged;
  private int found;

  /**
   * @param isDry whether to count only, and write nothing
   */
  public Reextraction(
      Jdbi catalog, PageArchive archive, TextCorpus texts, RuleSet rules, boolean isDry) {
    this.catalog = catalog;
    this.archive = archive;
    this.texts = texts;
    this.rules = rules;
    this.isDry = isDry;
    extractor = new Extractor(rules);
    joiner = new ArticleJoiner(archive, extractor);
  }

  /**
   * An article made again, or the reason why there is none.
   *
   * @param trace brings up to date how the rule worked; nothing where the page cannot be read
   */
  private record Again(
      StoredArticle before, @Nullable WholeArticle now, String problem, Consumer<Handle> trace) {}

  /** A page that gave no article and what comes of it now. */
  private record Other(@Nullable ArticlePage now, Consumer<Handle> trace) {}

  /**
   * Does it.
   *
   * @param site only pages of that rule or host, or null for all
   * @param since only pages fetched then or later, or null for all
   * @param progressOf makes the display of so many steps
   * @return how many pages were looked at
   */
  public int run(
      @Nullable String site,
      @Nullable Instant since,
      int threads,
      IntFunction<Progress> progressOf) {
    List<StoredArticle> articles = new ArrayList<>();
    List<StoredPage> others = new ArrayList<>();
    catalog.useHandle(
        handle -> {
          Articles.forEach(
              handle, null, since, article -> addIf(isOf(site, article.url()), articles, article));
          Pages.withoutArticle(handle, since)
              .forEach(page -> addIf(isOf(site, page.url()), others, page));
        });
    int all = articles.size() + others.size();
    try (Progress progress = progressOf.apply(all)) {
      InOrder.run(
          articles.iterator(),
          threads,
          this::again,
          result -> {
            take(result);
            progress.step();
          });
      ArticleKeeper keeper =
          new ArticleKeeper(
              texts, joiner, SiteRuns.none(rules), new RuledFiles(rules), Clock.systemUTC());
      InOrder.run(
          others.iterator(),
          threads,
          this::other,
          result -> {
            take(result, keeper);
            progress.step();
          });
    }
    return all;
  }

  private static <T> void addIf(boolean isWanted, List<T> list, T item) {
    if (isWanted) {
      list.add(item);
    }
  }

  private boolean isOf(@Nullable String site, Url url) {
    return site == null
        || url.host().equals(site)
        || rules.ruleFor(url).map(SiteRule::name).filter(site::equals).isPresent();
  }

  private Again again(StoredArticle before) {
    return catalog.withHandle(
        handle -> {
          ArticlePart first = Articles.parts(handle, before.id()).get(0);
          try {
            FetchedPage page = archive.read(first.position());
            Extraction extraction = extractor.extract(page);
            WholeArticle whole =
                extraction instanceof Extracted extracted
                    ? whole(handle, before, page, first, extracted)
                    : null;
            String problem = extraction instanceof NothingFound nothing ? nothing.reason() : "";
            return new Again(before, whole, problem, traced(first.position(), extraction));
          } catch (IOException lost) {
            String problem = "the page is lost: " + Failures.reason(lost);
            return new Again(before, null, problem, rows -> {});
          }
        });
  }

  private WholeArticle whole(
      Handle handle, StoredArticle before, FetchedPage page, ArticlePart part, Extracted now) {
    WholeArticle whole = joiner.whole(handle, new ArticlePage(page, part.position(), now));
    return whole.as(Twins.named(before.canonical(), whole.article()));
  }

  private void take(Again result) {
    StoredArticle before = result.before();
    WholeArticle now = result.now();
    trace(result.trace());
    if (now == null) {
      empty.add(before.url().toString(), result.problem());
      return;
    }
    boolean isSameText = before.hasText(now.article().text());
    String quarantine = joiner.quarantine(now.first(), now.article());
    boolean isSameData = isSameText && Reextracted.hasSameData(before, now, quarantine);
    if (isSameData) {
      unchanged++;
      return;
    }
    if (isSameText) {
      changedInDataOnly++;
    } else {
      changed++;
    }
    if (!isDry) {
      catalog.useTransaction(handle -> save(handle, before, now, isSameText, quarantine));
    }
  }

  /** Brings up to date what is known of how its rule worked on that page. */
  private Consumer<Handle> traced(WarcPosition page, Extraction extraction) {
    Optional<ExtractionTrace> trace = traces.of(extraction);
    return handle ->
        trace.ifPresentOrElse(
            known -> ExtractionTraces.save(handle, page, known),
            () -> ExtractionTraces.remove(handle, page));
  }

  private void trace(Consumer<Handle> trace) {
    if (!isDry) {
      catalog.useTransaction(trace::accept);
    }
  }

  private void save(
      Handle handle,
      StoredArticle before,
      WholeArticle now,
      boolean isSameText,
      String quarantine) {
    if (!isSameText) {
      ArticleVersion.keep(handle, before, earlierText(before), null);
      try {
        texts.write(before.file(), now.article().text());
      } catch (IOException full) {
        throw new UncheckedIOException("the text file cannot be written: " + full, full);
      }
    }
    Articles.save(
        handle,
        now.article(),
        before.file(),
        now.counts(),
        now.missing() == null,
        now.fetched(),
        now.parts(),
        quarantine);
  }

  private @Nullable String earlierText(StoredArticle before) {
    try {
      String text = texts.read(before.file());
      return before.hasText(text) ? text : null;
    } catch (IOException lost) {
      return null;
    }
  }

  private Other other(StoredPage before) {
    WarcPosition position = before.position();
    if (position == null) {
      return new Other(null, rows -> {});
    }
    try {
      FetchedPage page = archive.read(position);
      Extraction extraction = extractor.extract(page);
      ArticlePage now =
          extraction instanceof Extracted extracted && extracted.isKept()
              ? new ArticlePage(page, position, extracted)
              : null;
      return new Other(now, traced(position, extraction));
    } catch (IOException lost) {
      return new Other(null, rows -> {});
    }
  }

  private void take(Other result, ArticleKeeper keeper) {
    trace(result.trace());
    ArticlePage page = result.now();
    if (page == null) {
      return;
    }
    catalog.useTransaction(
        handle -> {
          Article article = Twins.withUsableCanonical(page.article());
          boolean isKnown =
              Articles.find(handle, article.canonical()).isPresent()
                  || Articles.withSameText(handle, article).isPresent();
          if (!isKnown) {
            found++;
            if (!isDry) {
              Commit commit = new Commit(handle);
              keeper.keep(commit, page);
              write(commit);
            }
          }
        });
  }

  private static void write(Commit commit) {
    try {
      commit.writeFiles();
    } catch (IOException full) {
      throw new UncheckedIOException("the text file cannot be written: " + full, full);
    }
  }

  /** What came of it, in one line. */
  public String summary() {
    String line =
        "%d articles changed, %d unchanged, %d newly empty, %d new ones found"
            .formatted(changed, unchanged + changedInDataOnly, empty.count(), found);
    String data =
        changedInDataOnly == 0
            ? ""
            : "; of the unchanged, %d have other data (headline, date, quarantine, counts)"
                .formatted(changedInDataOnly);
    return line + data + (isDry ? " (nothing was written)" : "");
  }

  /** The articles whose pages give none any more. */
  public Failures empty() {
    return empty;
  }
}
