// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Article;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.Published;
import org.winnow.corpus.ReviewState.Status;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.TextCounts;
import org.winnow.corpus.Url;
import org.winnow.corpus.Verdict.Kind;
import org.winnow.corpus.Verdicts;
import org.winnow.corpus.Verdicts.Seen;
import org.winnow.pipeline.LanguageTexts;
import org.winnow.pipeline.Progress;
import org.winnow.siterules.RuleSet;

class CorpusExportTest {
  private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");
  private static final Selection ALL =
      new Selection(null, null, null, null, null, List.of(), Selection.NOT_REJECTED, 0);

  @TempDir private Path dir;
  private Catalog catalog;
  private TextCorpus texts;
  private final Steps steps = new Steps();

  /** Keeps what it is given, and counts. */
  private static final class Kept implements TextRows {
    private final List<ExportedText> rows = new ArrayList<>();
    private boolean isFinished;

    @Override
    public void add(ExportedText text) {
      rows.add(text);
    }

    @Override
    public void finish() {
      isFinished = true;
    }

    @Override
    public void close() {}

    List<String> addresses() {
      return rows.stream().map(ExportedText::url).toList();
    }
  }

  /** Counts steps. */
  private static final class Steps implements Progress {
    private int count;

    @Override
    public void step() {
      count++;
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() throws IOException {
    catalog = Catalog.open(dir.resolve("catalog.db"));
    texts = new TextCorpus(dir.resolve("text"));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private Seen save(String name, String body, @Nullable String day, String quarantine)
      throws IOException {
    texts.write(name + ".txt", "Title\n\n" + body + "\n");
    return catalog.jdbi().inTransaction(handle -> save(handle, name, body, day, quarantine));
  }

  private Seen save(
      Handle handle, String name, String body, @Nullable String day, String quarantine) {
    Url url = Url.of("https://example.org/" + name);
    Published published = day == null ? null : Published.parse(day);
    Article article =
        new Article(url, url, "Title", null, List.of(body), null, published, "en", "auto", 0.9);
    Articles.save(
        handle,
        article,
        name + ".txt",
        new TextCounts(1, 0, 1, 0),
        true,
        NOW,
        List.of(),
        quarantine);
    var stored = Articles.find(handle, url).orElseThrow();
    return new Seen(
        stored.id(), Verdicts.state(handle, stored.id()).lastVerdict(), stored.sha256());
  }

  private void decide(Seen article, Kind kind) {
    catalog.jdbi().useTransaction(h -> Verdicts.decide(h, List.of(article), kind, "", "me", NOW));
  }

  private CorpusExport export(Selection selection, Kept kept) throws IOException {
    CorpusExport export = new CorpusExport(texts, new LanguageTexts(RuleSet.none()), selection);
    catalog.jdbi().useHandle(handle -> export.run(handle, kept, steps));
    return export;
  }

  private static Selection of(Status... statuses) {
    return new Selection(null, null, null, null, null, List.of(), Set.of(statuses), 0);
  }

  @Test
  void what_was_approved_comes_out_as_it_was_approved() throws IOException {
    save("pending", "One.", null, "");
    decide(save("good", "Two.", null, ""), Kind.APPROVED);
    decide(save("bad", "Three.", null, ""), Kind.REJECTED);
    decide(save("short", "Four.", null, "quality.minWords: the body has 1"), Kind.APPROVED);

    Kept kept = new Kept();
    export(of(Status.APPROVED), kept);

    assertThat(kept.addresses())
        .containsExactly("https://example.org/good", "https://example.org/short");
    assertThat(kept.rows.get(0).text()).isEqualTo("Title\n\nTwo.\n");
    assertThat(kept.isFinished).isTrue();
    assertThat(steps.count).isEqualTo(4);
  }

  @Test
  void an_article_that_changed_since_it_was_approved_is_left_out_and_counted() throws IOException {
    decide(save("story", "One.", null, ""), Kind.APPROVED);
    save("story", "One, and more.", null, "");
    Kept kept = new Kept();
    assertThat(export(of(Status.APPROVED), kept).changed()).isEqualTo(1);
    assertThat(kept.rows).isEmpty();
  }

  @Test
  void an_edited_article_has_its_edited_text_also_when_it_is_extracted_again() throws IOException {
    Seen story = save("story", "One.", null, "");
    catalog
        .jdbi()
        .useTransaction(
            h -> Verdicts.edited(h, story, "Title\n\nOne.\n", "Title\n\nUno.\n", "me", NOW));
    save("story", "One, and more.", null, "");
    Kept kept = new Kept();
    export(ALL, kept);
    assertThat(kept.rows).extracting(ExportedText::text).containsExactly("Title\n\nUno.\n");
  }

  @Test
  void rejected_articles_and_those_in_quarantine_are_left_out_if_nothing_is_asked()
      throws IOException {
    save("pending", "One.", null, "");
    save("short", "Two.", null, "quality.minWords: the body has 1");
    decide(save("bad", "Three.", null, ""), Kind.REJECTED);
    Kept kept = new Kept();
    CorpusExport export = export(ALL, kept);
    assertThat(kept.addresses()).containsExactly("https://example.org/pending");
    assertThat(export.quarantined()).isEqualTo(1);
  }

  @Test
  void days_of_publication_are_from_the_first_to_before_the_last() throws IOException {
    save("a", "One.", "2026-02-28", "");
    save("b", "Two.", "2026-03-01T08:00+02:00", "");
    save("c", "Three.", "2026-03-02", "");
    save("d", "Four.", null, "");
    Kept kept = new Kept();
    export(
        new Selection(
            null,
            null,
            null,
            LocalDate.parse("2026-03-01"),
            LocalDate.parse("2026-03-02"),
            List.of(),
            Selection.NOT_REJECTED,
            0),
        kept);
    assertThat(kept.addresses()).containsExactly("https://example.org/b");
  }

  @Test
  void a_text_that_is_lost_is_named_and_the_rest_comes_out() throws IOException {
    save("a", "One.", null, "");
    save("b", "Two.", null, "");
    Files.delete(dir.resolve("text/a.txt"));
    Kept kept = new Kept();
    CorpusExport export = export(ALL, kept);
    assertThat(kept.addresses()).containsExactly("https://example.org/b");
    assertThat(export.failures().lines()).singleElement().asString().contains("example.org/a");
  }
}
