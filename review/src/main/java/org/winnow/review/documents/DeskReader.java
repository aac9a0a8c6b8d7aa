// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Documents;
import org.winnow.corpus.Documents.Choice;
import org.winnow.corpus.Edit;
import org.winnow.corpus.Edits;
import org.winnow.corpus.LabelledBlock;
import org.winnow.corpus.QueuedDocument;
import org.winnow.corpus.ReviewNotes;
import org.winnow.corpus.Sha256;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.TextCounts;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;

/** Reads what a reviewer's screen shows. Safe for use by several threads. */
final class DeskReader {
  private static final int BEFORE = 8;
  private static final int BEHIND = 40;
  private static final int TOKEN_BYTES = 16;

  private final Jdbi catalog;
  private final TextCorpus texts;
  private final Snapshots snapshots;
  private final SecureRandom random = new SecureRandom();

  DeskReader(Jdbi catalog, TextCorpus texts, Snapshots snapshots) {
    this.catalog = catalog;
    this.texts = texts;
    this.snapshots = snapshots;
  }

  /**
   * The screen with that article open.
   *
   * @param article its number; null for the first of the queue
   * @param part which of its pages to show
   * @return empty if there is no such article
   */
  Optional<Desk> desk(
      QueueQuery query,
      @Nullable Long article,
      int part,
      String reviewer,
      Desk.@Nullable Notice notice) {
    return catalog.withHandle(
        handle -> {
          Optional<QueuedDocument> open =
              article == null
                  ? Documents.first(handle, query.filter(), query.order(), 1).stream().findFirst()
                  : Documents.find(handle, article);
          if (article != null && open.isEmpty()) {
            return Optional.empty();
          }
          List<QueuedDocument> before = List.of();
          List<QueuedDocument> behind = List.of();
          if (open.isPresent()) {
            long id = open.get().article().id();
            before = Documents.before(handle, query.filter(), query.order(), id, BEFORE);
            behind = Documents.behind(handle, query.filter(), query.order(), id, BEHIND);
          }
          Long next = first(behind);
          if (next != null) {
            snapshots.prepare(next);
          }
          DocumentView view = open.map(row -> view(handle, row, part, reviewer)).orElse(null);
          return Optional.of(
              new Desk(
                  query,
                  Documents.counts(handle, query.filter()),
                  queue(before, open, behind),
                  view,
                  first(before),
                  next,
                  reviewer,
                  notice,
                  choices(handle)));
        });
  }

  /** The article behind that one, or else the first of the queue; empty if nothing is left. */
  Optional<Long> next(QueueQuery query, long article) {
    return catalog.withHandle(
        handle -> {
          List<QueuedDocument> behind =
              Documents.behind(handle, query.filter(), query.order(), article, 1);
          List<QueuedDocument> found =
              behind.isEmpty() ? Documents.first(handle, query.filter(), query.order(), 1) : behind;
          return Optional.ofNullable(first(found));
        });
  }

  /** The extracted text, as its file has it; empty if it is lost. */
  String extracted(StoredArticle article) {
    try {
      return texts.read(article.file());
    } catch (IOException lost) {
      return "";
    }
  }

  private DocumentView view(Handle handle, QueuedDocument row, int part, String reviewer) {
    StoredArticle article = row.article();
    String base = extracted(article);
    String text = Edits.current(handle, article.id()).map(Edit::text).orElse(base);
    Optional<Snapshots.Snapshot> snapshot = snapshots.of(article.id(), part);
    List<LabelledBlock> blocks = snapshot.map(found -> found.page().blocks()).orElse(List.of());
    TextCounts counts = TextCounts.of(blocks);
    String sha256 = Sha256.hex(text);
    Optional<String> seen = ReviewNotes.seen(handle, article.id(), reviewer);
    return new DocumentView(
        row,
        text,
        base,
        sha256,
        Paragraph.of(text, blocks),
        counts.keptChars(),
        counts.removedChars(),
        part,
        snapshot.map(Snapshots.Snapshot::parts).orElse(1),
        token(),
        snapshot.isEmpty(),
        snapshot.filter(found -> isOther(found, base)).isPresent(),
        seen.isPresent() && !seen.get().equals(sha256),
        seen.isEmpty(),
        ReviewNotes.draft(handle, article.id(), reviewer).orElse(null));
  }

  private static boolean isOther(Snapshots.Snapshot snapshot, String base) {
    Extraction now = snapshot.page().extraction();
    return snapshot.parts() == 1
        && !(now instanceof Extracted extracted && extracted.article().text().equals(base));
  }

  private static List<QueuedDocument> queue(
      List<QueuedDocument> before, Optional<QueuedDocument> open, List<QueuedDocument> behind) {
    List<QueuedDocument> queue = new ArrayList<>(before);
    Collections.reverse(queue);
    open.ifPresent(queue::add);
    queue.addAll(behind);
    return queue;
  }

  private static Desk.Choices choices(Handle handle) {
    return new Desk.Choices(
        Documents.choices(handle, Choice.SITE),
        Documents.choices(handle, Choice.LANGUAGE),
        Documents.choices(handle, Choice.RULE));
  }

  private static @Nullable Long first(List<QueuedDocument> rows) {
    return rows.isEmpty() ? null : rows.get(0).article().id();
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
