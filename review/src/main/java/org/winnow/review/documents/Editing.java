// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Edit;
import org.winnow.corpus.Edits;
import org.winnow.corpus.ReviewNotes;
import org.winnow.corpus.ReviewNotes.Draft;
import org.winnow.corpus.ReviewNotes.Gold;
import org.winnow.corpus.ReviewOutcome;
import org.winnow.corpus.Sha256;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Verdicts;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.rules.GoldSample;
import org.winnow.review.Refusal;
import org.winnow.review.Visit;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/** Takes what a reader writes: drafts, edits, samples. */
final class Editing {
  private static final int LONGEST = 2_000_000;

  private final Jdbi catalog;
  private final DeskReader reader;
  private final Snapshots snapshots;
  private final Supplier<RuleSet> rules;
  private final Clock clock;
  private final DocumentPages pages;

  Editing(
      Jdbi catalog,
      DeskReader reader,
      Snapshots snapshots,
      Supplier<RuleSet> rules,
      Clock clock,
      DocumentPages pages) {
    this.catalog = catalog;
    this.reader = reader;
    this.snapshots = snapshots;
    this.rules = rules;
    this.clock = clock;
    this.pages = pages;
  }

  /** Keeps what is being written, so that nothing is lost whatever happens to the page. */
  void draft(Visit visit) {
    StoredArticle article = article(visit);
    Draft draft = new Draft(article.sha256(), typed(visit), clock.instant());
    catalog.useTransaction(
        handle -> ReviewNotes.saveDraft(handle, article.id(), Reviewer.of(visit), draft));
    visit.context().status(HttpStatus.NO_CONTENT);
  }

  /** Forgets what was being written. */
  void discard(Visit visit) {
    StoredArticle article = article(visit);
    catalog.useTransaction(
        handle -> ReviewNotes.removeDraft(handle, article.id(), Reviewer.of(visit)));
    pages.answer(visit, pages.query(visit), Optional.of(article.id()), null);
  }

  /** Puts the text in the extracted one's place; a draft that is overtaken stays a draft. */
  void save(Visit visit) {
    String text = normal(typed(visit));
    if (text.isBlank()) {
      throw new Refusal(400, "documents.error.empty");
    }
    put(visit, text);
  }

  /** Goes back to the extracted text. */
  void extracted(Visit visit) {
    put(visit, null);
  }

  /** Writes the article as a sample of its rule. */
  void gold(Visit visit) {
    StoredArticle article = article(visit);
    QueueQuery query = pages.query(visit);
    Optional<SiteRule> rule = rules.get().named(article.rule());
    Optional<Snapshots.Snapshot> page = snapshots.of(article.id(), 1);
    if (rule.isEmpty() || page.isEmpty()) {
      String key = rule.isEmpty() ? "documents.gold.norule" : "documents.page.lost";
      pages.answer(visit, query, Optional.of(article.id()), pages.problem(visit, key));
      return;
    }
    String text =
        catalog
            .withHandle(handle -> Edits.current(handle, article.id()))
            .map(Edit::text)
            .orElseGet(() -> reader.extracted(article));
    try {
      String sample = GoldSample.write(rule.get(), article, page.get().fetched(), text);
      Gold gold =
          new Gold(
              article.id(),
              article.rule(),
              sample,
              Sha256.hex(text),
              Reviewer.of(visit),
              clock.instant());
      catalog.useTransaction(handle -> ReviewNotes.markGold(handle, article, gold));
      String done = visit.texts().text("documents.gold.done", sample);
      pages.answer(visit, query, Optional.of(article.id()), new Desk.Notice(done, false));
    } catch (UserError refused) {
      Desk.Notice why = new Desk.Notice(String.valueOf(refused.getMessage()), true);
      pages.answer(visit, query, Optional.of(article.id()), why);
    } catch (IOException unwritable) {
      Desk.Notice why = new Desk.Notice(unwritable.toString(), true);
      pages.answer(visit, query, Optional.of(article.id()), why);
    }
  }

  private void put(Visit visit, @Nullable String text) {
    StoredArticle article = article(visit);
    String who = Reviewer.of(visit);
    String base = reader.extracted(article);
    Verdicts.Seen seen =
        Deciding.seen(article.id() + "." + visit.form("last") + "." + visit.form("sha"));
    ReviewOutcome outcome =
        catalog.inTransaction(
            handle -> {
              ReviewOutcome taken = Verdicts.edited(handle, seen, base, text, who, clock.instant());
              if (taken.taken() == 1) {
                ReviewNotes.removeDraft(handle, article.id(), who);
                String shown = Sha256.hex(text == null ? base : text);
                ReviewNotes.markSeen(handle, article.id(), who, shown, clock.instant());
              } else if (text != null) {
                Draft draft = new Draft(article.sha256(), text, clock.instant());
                ReviewNotes.saveDraft(handle, article.id(), who, draft);
              }
              return taken;
            });
    pages.answer(
        visit,
        pages.query(visit),
        Optional.of(article.id()),
        outcome.taken() == 1 ? null : pages.problem(visit, "documents.error.overtaken.edit"));
  }

  private StoredArticle article(Visit visit) {
    long id = visit.number("id");
    return catalog.withHandle(handle -> Articles.find(handle, id)).orElseThrow(Refusal::notFound);
  }

  private static String typed(Visit visit) {
    String text = visit.form("text");
    if (text.length() > LONGEST) {
      throw new Refusal(413, "frame.error.large");
    }
    return text;
  }

  /** In the form of every text file: paragraphs, one blank line between them, NFC. */
  static String normal(String typed) {
    String clean = Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\r\n", "\n");
    List<String> paragraphs =
        Arrays.stream(clean.split("\\n\\s*\\n", -1))
            .map(paragraph -> paragraph.replaceAll("[\\s\\u00a0]+", " ").strip())
            .filter(paragraph -> !paragraph.isEmpty())
            .toList();
    return String.join("\n\n", paragraphs) + "\n";
  }
}
