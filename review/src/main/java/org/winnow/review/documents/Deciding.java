// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Documents;
import org.winnow.corpus.QueuedDocument;
import org.winnow.corpus.ReviewNotes;
import org.winnow.corpus.ReviewOutcome;
import org.winnow.corpus.Verdict;
import org.winnow.corpus.Verdicts;
import org.winnow.review.Refusal;
import org.winnow.review.Visit;

/** Takes verdicts, and takes them back. Each is committed before it is answered. */
final class Deciding {
  /** Why an article is rejected, in the order of the keys 1 to 9. */
  static final List<String> REASONS =
      List.of(
          "boilerplate",
          "incomplete",
          "not-article",
          "headline",
          "duplicate",
          "language",
          "garbled",
          "paywall",
          "other");

  private static final Pattern SEEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.([0-9a-f]{64})");
  private static final int MOST_SELECTED = 5_000;

  private final Jdbi catalog;
  private final Clock clock;
  private final DocumentPages pages;

  Deciding(Jdbi catalog, Clock clock, DocumentPages pages) {
    this.catalog = catalog;
    this.clock = clock;
    this.pages = pages;
  }

  /** One article; the next one is shown. */
  void one(Visit visit) {
    long article = visit.number("id");
    QueueQuery query = pages.query(visit);
    String who = Reviewer.of(visit);
    Verdicts.Seen seen = seen(article + "." + visit.form("last") + "." + visit.form("sha"));
    Verdict.Kind kind = kind(visit);
    String reason = reason(visit, kind);
    ReviewOutcome outcome =
        catalog.inTransaction(
            handle -> {
              ReviewOutcome taken =
                  Verdicts.decide(handle, List.of(seen), kind, reason, who, clock.instant());
              if (taken.taken() == 1) {
                ReviewNotes.markSeen(handle, article, who, visit.form("shown"), clock.instant());
              }
              return taken;
            });
    if (outcome.taken() == 0) {
      pages.answer(visit, query, article, pages.problem(visit, overtakenKey(article)));
    } else {
      pages.answer(visit, query, pages.next(query, article), null);
    }
  }

  /** The articles that are ticked. */
  void selected(Visit visit) {
    List<Verdicts.Seen> seen = new ArrayList<>();
    for (String value : visit.context().formParams("doc")) {
      seen.add(seen(value));
    }
    if (seen.isEmpty() || seen.size() > MOST_SELECTED) {
      throw new Refusal(400, "documents.error.selection");
    }
    Verdict.Kind kind = kind(visit);
    String reason = reason(visit, kind);
    ReviewOutcome outcome =
        catalog.inTransaction(
            handle ->
                Verdicts.decide(handle, seen, kind, reason, Reviewer.of(visit), clock.instant()));
    pages.answer(visit, pages.query(visit), here(visit), told(visit, outcome));
  }

  /** Asks whether all that match are meant, and says how many they are. */
  void count(Visit visit) {
    QueueQuery query = pages.query(visit);
    catalog.useHandle(
        handle -> {
          long youngest = Articles.youngest(handle);
          long count = Documents.count(handle, query.filter().upTo(youngest));
          visit.show(
              "documents/all",
              Map.of("query", query, "count", count, "upTo", youngest, "reasons", REASONS));
        });
  }

  /** All that match, if they are as many as the reader was told. */
  void all(Visit visit) {
    QueueQuery query = pages.query(visit);
    Verdict.Kind kind = kind(visit);
    String reason = reason(visit, kind);
    long expected = number(visit, "expected");
    long upTo = number(visit, "upTo");
    Optional<ReviewOutcome> outcome =
        catalog.inTransaction(
            handle ->
                Documents.decideAll(
                    handle,
                    query.filter().upTo(upTo),
                    expected,
                    kind,
                    reason,
                    query.description(),
                    Reviewer.of(visit),
                    clock.instant()));
    pages.answer(
        visit,
        query,
        Optional.empty(),
        outcome.isPresent()
            ? told(visit, outcome.get())
            : pages.problem(visit, "documents.error.count"));
  }

  /** Takes back what this reader did last, and shows it. */
  void undo(Visit visit) {
    QueueQuery query = pages.query(visit);
    Optional<ReviewOutcome> outcome =
        catalog.inTransaction(handle -> Verdicts.undo(handle, Reviewer.of(visit), clock.instant()));
    if (outcome.isEmpty()) {
      pages.answer(visit, query, here(visit), pages.problem(visit, "documents.undo.nothing"));
      return;
    }
    List<Long> undone =
        catalog.withHandle(handle -> Verdicts.articles(handle, outcome.get().action()));
    String key =
        outcome.get().overtaken() == 0 ? "documents.undo.done" : "documents.undo.overtaken";
    Desk.Notice notice =
        new Desk.Notice(
            visit.texts().text(key, outcome.get().taken(), outcome.get().overtaken()),
            outcome.get().overtaken() > 0);
    pages.answer(visit, query, undone.isEmpty() ? here(visit) : Optional.of(undone.get(0)), notice);
  }

  private String overtakenKey(long article) {
    Optional<QueuedDocument> now = catalog.withHandle(handle -> Documents.find(handle, article));
    return now.isEmpty() ? "documents.error.gone" : "documents.error.overtaken";
  }

  private static Desk.Notice told(Visit visit, ReviewOutcome outcome) {
    String key = outcome.overtaken() == 0 ? "documents.many.done" : "documents.many.overtaken";
    return new Desk.Notice(
        visit.texts().text(key, outcome.taken(), outcome.overtaken()), outcome.overtaken() > 0);
  }

  /** The article that is open while others are decided. */
  private static Optional<Long> here(Visit visit) {
    String here = visit.form("here");
    return here.matches("\\d{1,18}") ? Optional.of(Long.valueOf(here)) : Optional.empty();
  }

  static Verdicts.Seen seen(String value) {
    Matcher seen = SEEN.matcher(value);
    if (!seen.matches()) {
      throw new Refusal(400, "frame.error.request");
    }
    return new Verdicts.Seen(
        Long.parseLong(seen.group(1)), Long.parseLong(seen.group(2)), seen.group(3));
  }

  private static long number(Visit visit, String name) {
    try {
      return Long.parseLong(visit.form(name));
    } catch (NumberFormatException malformed) {
      throw new Refusal(400, "frame.error.request");
    }
  }

  private static Verdict.Kind kind(Visit visit) {
    return switch (visit.form("kind")) {
      case "approved" -> Verdict.Kind.APPROVED;
      case "rejected" -> Verdict.Kind.REJECTED;
      case "pending" -> Verdict.Kind.PENDING;
      default -> throw new Refusal(400, "frame.error.request");
    };
  }

  private static String reason(Visit visit, Verdict.Kind kind) {
    String reason = visit.form("reason");
    if (kind != Verdict.Kind.REJECTED) {
      return "";
    }
    return REASONS.contains(reason) ? reason : "other";
  }
}
