// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.Articles;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.StoredPage;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.rules.ImpactRow.Change;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * What an edit of a rule would do to its site's stored pages: the production extraction of the same
 * bytes, with the rules as they are and as they would be. Nothing is written. Approved articles
 * that are older than the pages asked for are looked at too. Safe for use by several threads; one
 * preview uses two more.
 */
public final class ImpactPreview {
  /** As many as a person looks through. */
  public static final int USUAL_PAGES = 50;

  public static final int MOST_PAGES = 500;

  /** What an approved text may lose without a reason: {@code review} asks for 2 %. */
  static final double MOST_LOST = 0.02;

  private static final int THREADS = 2;

  private final Jdbi catalog;
  private final PageCache pages;
  private final SiteTitles titles;
  private final Supplier<Set<Long>> approved;

  /**
   * A preview over that corpus.
   *
   * @param titles what the titles of its sites have in common, as crawls use it
   * @param approved the numbers of the articles that are approved
   */
  public ImpactPreview(
      Jdbi catalog, PageArchive archive, SiteTitles titles, Supplier<Set<Long>> approved) {
    this.catalog = catalog;
    this.pages = new PageCache(archive);
    this.titles = titles;
    this.approved = approved;
  }

  /**
   * Rules before and after an edit.
   *
   * @param rule the name of the rule that is edited
   */
  public record Rules(RuleSet before, RuleSet after, String rule) {

    /** The rule before and after; only one of them where it is new, gone or broken. */
    List<SiteRule> both() {
      List<SiteRule> both = new ArrayList<>();
      before.named(rule).ifPresent(both::add);
      after.named(rule).ifPresent(both::add);
      return both;
    }

    private boolean isFor(Url url) {
      return List.of(before, after).stream()
          .anyMatch(set -> set.ruleFor(url).filter(each -> each.name().equals(rule)).isPresent());
    }
  }

  /** A stored page with the article on it, if there is one. */
  private record Stored(Url url, WarcPosition position, @Nullable Long article) {}

  /** What comes of a page: the text, or the reason why there is none. */
  private record Made(@Nullable Article article, String reason) {
    static Made of(Extraction extraction) {
      return extraction instanceof Extracted extracted && extracted.isKept()
          ? new Made(extracted.article(), "")
          : new Made(
              null,
              extraction instanceof NothingFound nothing
                  ? nothing.reason()
                  : "the page is no article");
    }

    String text() {
      return article == null ? "" : article.text();
    }
  }

  /**
   * Does it.
   *
   * @param most how many pages, up to {@value #MOST_PAGES}
   * @param rows is told of every page on this thread, as soon as it is known
   * @param isCancelled asked before every page
   */
  public ImpactTotals run(
      Rules rules, int most, Consumer<ImpactRow> rows, BooleanSupplier isCancelled) {
    Set<Long> approvedNow = approved.get();
    List<Stored> chosen = chosen(rules, Math.min(most, MOST_PAGES), approvedNow);
    Extractor before = new Extractor(rules.before(), titles);
    Extractor after = new Extractor(rules.after(), titles);
    ImpactTotals totals = ImpactTotals.none(chosen.size());
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CompletionService<@Nullable ImpactRow> work = new ExecutorCompletionService<>(pool);
      for (Stored stored : chosen) {
        boolean isApproved = stored.article() != null && approvedNow.contains(stored.article());
        work.submit(() -> isOver.get() ? null : row(stored, before, after, isApproved));
      }
      for (int i = 0; i < chosen.size() && !isCancelled.getAsBoolean(); i++) {
        ImpactRow row = Objects.requireNonNull(work.take().get());
        totals = totals.with(row);
        rows.accept(row);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    } finally {
      isOver.set(true);
      pool.shutdown();
    }
    return isCancelled.getAsBoolean() ? totals : totals.withSamples(brokenSamples(rules));
  }

  /** How the text of that page changes; empty if it does not or the page is not there. */
  public List<WordDiff.Line> diff(Rules rules, Url url) throws IOException {
    Optional<StoredPage> stored =
        catalog.withHandle(handle -> Pages.latest(handle, url)).filter(p -> p.position() != null);
    if (stored.isEmpty() || !rules.isFor(stored.get().url())) {
      return List.of();
    }
    FetchedPage page = pages.read(Objects.requireNonNull(stored.get().position()));
    Made before = Made.of(new Extractor(rules.before(), titles).extract(page));
    Made after = Made.of(new Extractor(rules.after(), titles).extract(page));
    return WordDiff.between(before.text(), after.text());
  }

  /** The last pages of the site, then what else is approved. */
  private List<Stored> chosen(Rules rules, int most, Set<Long> approvedNow) {
    List<String> hosts =
        rules.both().stream().flatMap(rule -> rule.hosts().stream()).distinct().toList();
    Map<Url, Stored> chosen = new LinkedHashMap<>();
    catalog.useHandle(
        handle -> {
          for (StoredPage page : Pages.lastOf(handle, hosts, most)) {
            WarcPosition position = page.position();
            if (position != null && isHtml(page) && rules.isFor(page.url())) {
              Long article = Pages.articleOn(handle, page.url()).orElse(null);
              chosen.putIfAbsent(page.url(), new Stored(page.requested(), position, article));
            }
          }
          for (long id : approvedNow) {
            Optional<StoredArticle> article =
                chosen.size() < MOST_PAGES ? Articles.find(handle, id) : Optional.empty();
            if (article.filter(each -> rules.isFor(each.url())).isPresent()) {
              for (ArticlePart part : Articles.parts(handle, id)) {
                chosen.putIfAbsent(part.url(), new Stored(part.url(), part.position(), id));
              }
            }
          }
        });
    return List.copyOf(chosen.values());
  }

  private static boolean isHtml(StoredPage page) {
    return page.contentType().isEmpty() || page.contentType().contains("html");
  }

  private ImpactRow row(Stored stored, Extractor before, Extractor after, boolean isApproved) {
    try {
      FetchedPage page = pages.read(stored.position());
      Made old = Made.of(before.extract(page));
      Made now = Made.of(after.extract(page));
      return compared(stored, old, now, isApproved);
    } catch (IOException lost) {
      String reason = "the page is lost: " + Failures.reason(lost);
      return new ImpactRow(stored.url(), "", Change.UNCHANGED, 0, 0, 0, 0, isApproved, reason);
    }
  }

  private static ImpactRow compared(Stored stored, Made old, Made now, boolean isApproved) {
    Map<String, Integer> counts = new HashMap<>();
    int before = count(old.text(), counts, 1);
    int after = count(now.text(), counts, -1);
    int lost = counts.values().stream().filter(n -> n > 0).mapToInt(n -> n).sum();
    int gained = -counts.values().stream().filter(n -> n < 0).mapToInt(n -> n).sum();
    Article named = now.article() == null ? old.article() : now.article();
    String headline = named == null || named.headline() == null ? "" : named.headline();
    Change change =
        old.text().equals(now.text())
            ? Change.UNCHANGED
            : now.article() == null
                ? Change.EMPTY
                : old.article() == null ? Change.FOUND : Change.CHANGED;
    return new ImpactRow(
        stored.url(), headline, change, before, after, lost, gained, isApproved, now.reason());
  }

  private static int count(String text, Map<String, Integer> counts, int sign) {
    int words = 0;
    for (String word : text.split("\\s+", -1)) {
      if (!word.isEmpty()) {
        counts.merge(word, sign, Integer::sum);
        words++;
      }
    }
    return words;
  }

  /** The samples that pass as the rules are and would fail. */
  private static List<String> brokenSamples(Rules rules) {
    SampleCheck before = new SampleCheck(new Extractor(rules.before()));
    SampleCheck after = new SampleCheck(new Extractor(rules.after()));
    List<String> broken = new ArrayList<>();
    SiteRule old = rules.before().named(rules.rule()).orElse(null);
    SiteRule now = rules.after().named(rules.rule()).orElse(null);
    if (now != null) {
      now.tests().stream()
          .filter(sample -> !after.stored(now, sample).passed())
          .filter(
              sample ->
                  old == null
                      || old.tests().stream()
                          .filter(each -> each.page().equals(sample.page()))
                          .allMatch(each -> before.stored(old, each).passed()))
          .forEach(sample -> broken.add(sample.page()));
    }
    return broken;
  }
}
