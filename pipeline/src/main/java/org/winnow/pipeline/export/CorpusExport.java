// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Edits;
import org.winnow.corpus.ReviewState;
import org.winnow.corpus.ReviewState.Status;
import org.winnow.corpus.Sha256;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.Verdicts;
import org.winnow.extractors.LanguageParts.Part;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.LanguageTexts;
import org.winnow.pipeline.Progress;

/**
 * Hands the texts of a corpus out, one after the other in the order in which they were first saved,
 * numbered from 0. An edited article has its edited text. Articles in quarantine and copies of
 * older ones are counted and left out, unless a reviewer approved them. Used once, by one thread.
 */
public final class CorpusExport {
  private final TextCorpus texts;
  private final LanguageTexts languages;
  private final Selection selection;
  private final Failures failures = new Failures();
  private int texted;
  private int quarantined;
  private int copies;
  private int changed;

  /**
   * @param languages how bilingual articles are parted
   */
  public CorpusExport(TextCorpus texts, LanguageTexts languages, Selection selection) {
    this.texts = texts;
    this.languages = languages;
    this.selection = selection;
  }

  /** How many articles there are to look at. */
  public static int size(Handle catalog) {
    return catalog.createQuery("SELECT COUNT(*) FROM article").mapTo(Integer.class).one();
  }

  /**
   * Writes the texts; the rows are finished, not closed.
   *
   * @param progress steps once for each article looked at
   * @throws IOException if they cannot be written; a text that cannot be read is a failure
   */
  public void run(Handle catalog, TextRows rows, Progress progress) throws IOException {
    try {
      Articles.forEach(
          catalog,
          selection.site(),
          selection.fetchedSince(),
          article -> take(catalog, article, rows, progress));
    } catch (UncheckedIOException unwritable) {
      throw unwritable.getCause();
    }
    rows.finish();
  }

  private void take(Handle catalog, StoredArticle article, TextRows rows, Progress progress) {
    if (selection.has(article)) {
      try {
        add(catalog, article, rows);
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
    progress.step();
  }

  private void add(Handle catalog, StoredArticle article, TextRows rows) throws IOException {
    ReviewState review = Verdicts.state(catalog, article.id());
    if (!selection.statuses().contains(review.status())) {
      changed += review.status() == Status.CHANGED ? 1 : 0;
      return;
    }
    if (review.status() != Status.APPROVED && !article.isAccepted()) {
      copies += article.duplicateOf() == null ? 0 : 1;
      quarantined += article.duplicateOf() == null ? 1 : 0;
      return;
    }
    String text;
    try {
      text = text(catalog, article, review);
    } catch (IOException unreadable) {
      failures.add(article.canonical().toString(), Failures.reason(unreadable));
      return;
    }
    write(article, text, rows);
  }

  private String text(Handle catalog, StoredArticle article, ReviewState review)
      throws IOException {
    Long edit = review.edit();
    return edit == null
        ? texts.read(article.file())
        : Edits.find(catalog, edit).orElseThrow(IllegalStateException::new).text();
  }

  private void write(StoredArticle article, String text, TextRows rows) throws IOException {
    List<Part> parts = languages.parts(article.rule(), text, article.language());
    for (Part part : parts) {
      if (selection.hasLanguage(part.language())) {
        String own = parts.size() == 1 ? text : String.join("\n\n", part.blocks()) + "\n";
        rows.add(ExportedText.of(id(article), article, part.language(), own));
        texted++;
      }
    }
  }

  private String id(StoredArticle article) {
    return "%03d_%s".formatted(texted, Sha256.hex(article.canonical().toString()).substring(0, 16));
  }

  /** How many texts were written. */
  public int texts() {
    return texted;
  }

  /** How many articles were left out because they are not as their rule asks. */
  public int quarantined() {
    return quarantined;
  }

  /** How many were left out because they have nearly the same text as an older one. */
  public int copies() {
    return copies;
  }

  /** How many were left out because their text is not the one that was approved any more. */
  public int changed() {
    return changed;
  }

  /** The articles whose texts could not be read. */
  public Failures failures() {
    return failures;
  }
}
