// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.winnow.corpus.Documents;
import org.winnow.corpus.Edits;
import org.winnow.corpus.ExtractionTraces;
import org.winnow.corpus.LabelledBlock;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.QueuedDocument;
import org.winnow.corpus.ReviewNotes;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCorpus;
import org.winnow.extractors.PageSnapshot;
import org.winnow.extractors.SiteTitles;
import org.winnow.pipeline.ReviewIndexing;
import org.winnow.pipeline.rules.DriftAlarms;
import org.winnow.pipeline.rules.RuleHealth;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;
import org.winnow.siterules.RuleSet;

/**
 * The review of texts: a queue, each article beside its page, verdicts, edits, samples. Works out
 * what the queue is sorted by in a thread of its own until it is closed.
 */
public final class DocumentPages implements Pages, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentPages.class);
  private static final int INDEXED_AT_A_TIME = 500;
  private static final int SECONDS_BETWEEN_LOOKS = 3;

  private final Jdbi catalog;
  private final Supplier<RuleSet> rules;
  private final ReviewIndexing indexing;
  private final Snapshots snapshots;
  private final DeskReader reader;
  private final Deciding deciding;
  private final Editing editing;
  private final Clock clock;
  private final SnapshotPage snapshotPage = new SnapshotPage();
  private final ScheduledExecutorService behind =
      Executors.newScheduledThreadPool(2, DocumentPages::thread);

  /**
   * The review of that data folder.
   *
   * @param rules gives the rules in force
   * @param titles what is known of sites' titles
   */
  public DocumentPages(
      Jdbi catalog,
      PageArchive archive,
      TextCorpus texts,
      Supplier<RuleSet> rules,
      SiteTitles titles,
      Clock clock) {
    this.catalog = catalog;
    this.rules = rules;
    this.clock = clock;
    indexing = new ReviewIndexing(catalog, texts);
    snapshots = new Snapshots(catalog, archive, new LiveExtractor(rules, titles), behind);
    reader = new DeskReader(catalog, texts, snapshots);
    deciding = new Deciding(catalog, clock, this);
    editing = new Editing(catalog, reader, snapshots, rules, clock, this);
  }

  @Override
  public void addTo(Routes routes) {
    routes.navigation(20, "/documents", "documents.title");
    routes.get("/documents", visit -> show(visit, null));
    routes.get("/documents/all", deciding::count);
    routes.post("/documents/all", deciding::all);
    routes.post("/documents/selected", deciding::selected);
    routes.post("/documents/undo", deciding::undo);
    routes.post("/documents/reviewer", this::name);
    routes.get("/documents/{id}", visit -> show(visit, visit.number("id")));
    routes.get("/documents/{id}/page", this::page);
    routes.get("/documents/{id}/text", this::text);
    routes.get("/documents/{id}/blocks/{block}", this::block);
    routes.get("/documents/{id}/history", this::history);
    routes.post("/documents/{id}/verdict", deciding::one);
    routes.post("/documents/{id}/draft", editing::draft);
    routes.post("/documents/{id}/discard", editing::discard);
    routes.post("/documents/{id}/edit", editing::save);
    routes.post("/documents/{id}/extracted", editing::extracted);
    routes.post("/documents/{id}/gold", editing::gold);
    ScheduledFuture<?> unused =
        behind.scheduleWithFixedDelay(this::index, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  /** Looks at articles that are new to the queue, and returns when all are known. */
  public void indexNow() {
    while (indexing.run(INDEXED_AT_A_TIME) > 0 && !Thread.currentThread().isInterrupted()) {}
  }

  @Override
  public void close() {
    behind.shutdownNow();
  }

  QueueQuery query(Visit visit) {
    return QueueQuery.of(visit, this::alarmed);
  }

  Optional<Long> next(QueueQuery query, long article) {
    return reader.next(query, article);
  }

  Desk.Notice problem(Visit visit, String key) {
    return new Desk.Notice(visit.texts().text(key), true);
  }

  /**
   * Shows that article after something was done.
   *
   * @param article its number; empty for the first of the queue
   */
  void answer(Visit visit, QueueQuery query, Optional<Long> article, Desk.@Nullable Notice notice) {
    if (!visit.isPart()) {
      if (notice != null) {
        visit.tell(notice.isProblem() ? "documents.problem" : "documents.told", notice.text());
      }
      visit.redirect(query.address(article.orElse(null)));
      return;
    }
    visit.context().header("HX-Push-Url", query.address(article.orElse(null)));
    Desk desk =
        reader
            .desk(query, article.orElse(null), 1, Reviewer.of(visit), notice)
            .or(() -> reader.desk(query, null, 1, Reviewer.of(visit), notice))
            .orElseThrow(Refusal::notFound);
    visit.show("documents/desk", Map.of("desk", desk, "reasons", Deciding.REASONS));
  }

  void answer(Visit visit, QueueQuery query, long article, Desk.@Nullable Notice notice) {
    answer(visit, query, Optional.of(article), notice);
  }

  private void show(Visit visit, @Nullable Long article) {
    String who = Reviewer.of(visit);
    Desk desk =
        reader.desk(query(visit), article, part(visit), who, null).orElseThrow(Refusal::notFound);
    noteView(desk, who);
    String template = visit.isPart() ? "documents/desk" : "documents/screen";
    visit.show(template, Map.of("desk", desk, "reasons", Deciding.REASONS));
  }

  /** Who has never seen an article has seen it now; a change is seen when something is decided. */
  private void noteView(Desk desk, String who) {
    DocumentView view = desk.document();
    if (view != null && view.isFirstView()) {
      catalog.useTransaction(
          handle -> ReviewNotes.markSeen(handle, view.id(), who, view.sha256(), clock.instant()));
    }
  }

  private void name(Visit visit) {
    Reviewer.keep(visit, visit.form("name"));
    visit.redirect(query(visit).address(null));
  }

  private void page(Visit visit) {
    PageSnapshot page = snapshot(visit).page();
    synchronized (page) {
      snapshotPage.show(visit, page, edited(visit, page), visit.query("token").orElse(""));
    }
  }

  /** The kept blocks that are no paragraphs of the text any more, where a person has edited it. */
  private Set<Integer> edited(Visit visit, PageSnapshot page) {
    Set<Integer> edited = new HashSet<>();
    catalog
        .withHandle(handle -> Edits.current(handle, visit.number("id")))
        .ifPresent(
            edit -> {
              for (LabelledBlock block : page.blocks()) {
                if (block.isContent()) {
                  edited.add(block.block().index());
                }
              }
              Paragraph.of(edit.text(), page.blocks())
                  .forEach(paragraph -> edited.removeAll(new HashSet<>(paragraph.blocks())));
            });
    return edited;
  }

  /** The very bytes that are handed out. */
  private void text(Visit visit) {
    StoredArticle article = article(visit);
    String text =
        catalog
            .withHandle(handle -> Edits.current(handle, article.id()))
            .map(edit -> edit.text())
            .orElseGet(() -> reader.extracted(article));
    visit.context().contentType("text/plain; charset=utf-8").result(text);
  }

  private void block(Visit visit) {
    List<LabelledBlock> blocks = snapshot(visit).page().blocks();
    long number = visit.number("block");
    if (number < 0 || number >= blocks.size()) {
      throw Refusal.notFound();
    }
    visit.show("documents/block", Map.of("block", blocks.get((int) number)));
  }

  private void history(Visit visit) {
    StoredArticle article = article(visit);
    History history =
        catalog.withHandle(
            handle ->
                History.of(
                    handle,
                    article,
                    reader.extracted(article),
                    Reviewer.of(visit),
                    visit.query("from"),
                    visit.query("to")));
    visit.show("documents/history", Map.of("history", history, "query", query(visit)));
  }

  private Snapshots.Snapshot snapshot(Visit visit) {
    return snapshots
        .of(visit.number("id"), part(visit))
        .orElseThrow(() -> new Refusal(404, "documents.page.lost"));
  }

  private StoredArticle article(Visit visit) {
    return catalog
        .withHandle(handle -> Documents.find(handle, visit.number("id")))
        .map(QueuedDocument::article)
        .orElseThrow(Refusal::notFound);
  }

  private static int part(Visit visit) {
    return visit
        .query("part")
        .filter(part -> part.matches("[1-9]\\d?"))
        .map(Integer::valueOf)
        .orElse(1);
  }

  /** The rules that there are alarms about. */
  private List<String> alarmed() {
    RuleSet now = rules.get();
    return catalog.withHandle(
        handle ->
            ExtractionTraces.rules(handle).stream()
                .flatMap(name -> now.named(name).stream())
                .filter(
                    rule ->
                        !DriftAlarms.of(
                                new RuleHealth(
                                    rule,
                                    ExtractionTraces.latest(handle, rule.name(), RuleHealth.PAGES)))
                            .isEmpty())
                .map(rule -> rule.name())
                .toList());
  }

  private void index() {
    try {
      indexNow();
    } catch (RuntimeException failure) {
      LOG.warn("the queue's index is not up to date: {}", failure.toString());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "documents");
    thread.setDaemon(true);
    return thread;
  }
}
