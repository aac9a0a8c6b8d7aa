// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.corpus.DocumentFilter.Show;
import org.winnow.corpus.Verdict.Kind;

class DocumentsTest {
  private static final Instant NOON = Instant.parse("2024-01-26T12:00:00Z");

  @TempDir Path folder;
  private Catalog catalog;
  private Handle handle;

  @BeforeEach
  void open() throws IOException {
    catalog = Catalog.open(folder.resolve("catalog.db"));
    handle = catalog.jdbi().open();
  }

  @AfterEach
  void close() {
    handle.close();
    catalog.close();
  }

  private long saved(String url, String language, String text, double risk) {
    Url address = Url.of(url);
    Published published = new Published(LocalDate.of(2024, 1, 26), null);
    Article article =
        new Article(
            address, address, "Headline", null, List.of(text), null, published, language, "r", 0.9);
    List<ArticlePart> parts = List.of(new ArticlePart(address, new WarcPosition("a.warc.gz", 0)));
    long id =
        Articles.save(handle, article, "f", new TextCounts(1, 1, 1, 1), true, NOON, parts, "").id();
    ReviewIndex.save(
        handle, id, new ReviewIndex.Entry(Sha256.hex(article.text()), risk, 0, 5, article.text()));
    return id;
  }

  private void decide(long article, Kind kind) {
    Verdicts.Seen seen = Documents.find(handle, article).orElseThrow().seen();
    handle.useTransaction(h -> Verdicts.decide(h, List.of(seen), kind, "", "mona", NOON));
  }

  private List<Long> ids(DocumentFilter filter) {
    return Documents.first(handle, filter, DocumentOrder.RISK, 100).stream()
        .map(found -> found.article().id())
        .toList();
  }

  private static DocumentFilter words(String words) {
    return new DocumentFilter(
        Show.ALL, null, List.of(), null, null, null, null, null, null, null, words, null);
  }

  @Test
  void the_riskiest_article_comes_first() {
    long safe = saved("https://a.example/1", "en", "One.", 0.1);
    long risky = saved("https://a.example/2", "en", "Two.", 0.9);

    assertThat(ids(DocumentFilter.ALL)).containsExactly(risky, safe);
  }

  @ParameterizedTest
  @EnumSource
  void going_from_one_article_to_the_next_meets_each_once(DocumentOrder order) {
    for (int i = 0; i < 30; i++) {
      saved("https://s" + i % 3 + ".example/" + i, "en", "Text " + i, (i * 7 % 5) / 10.0);
    }
    List<Long> all =
        Documents.first(handle, DocumentFilter.ALL, order, 100).stream()
            .map(found -> found.article().id())
            .toList();

    List<Long> forwards = new ArrayList<>(List.of(all.get(0)));
    List<Long> backwards = new ArrayList<>(List.of(all.get(29)));
    for (int i = 1; i < 30; i++) {
      forwards.add(
          Documents.behind(handle, DocumentFilter.ALL, order, forwards.get(i - 1), 1)
              .get(0)
              .article()
              .id());
      backwards.add(
          0,
          Documents.before(handle, DocumentFilter.ALL, order, backwards.get(0), 1)
              .get(0)
              .article()
              .id());
    }

    assertThat(forwards).isEqualTo(all);
    assertThat(backwards).isEqualTo(all);
    assertThat(Documents.behind(handle, DocumentFilter.ALL, order, all.get(29), 1)).isEmpty();
    assertThat(Documents.before(handle, DocumentFilter.ALL, order, all.get(0), 1)).isEmpty();
  }

  @Test
  void the_next_open_article_is_found_from_one_that_is_decided() {
    long first = saved("https://a.example/1", "en", "One.", 0.9);
    long second = saved("https://a.example/2", "en", "Two.", 0.5);
    decide(first, Kind.APPROVED);

    assertThat(Documents.behind(handle, DocumentFilter.of(Show.OPEN), DocumentOrder.RISK, first, 1))
        .extracting(found -> found.article().id())
        .containsExactly(second);
  }

  @Test
  void articles_are_chosen_by_what_was_said_about_them() {
    long approved = saved("https://a.example/1", "en", "One.", 0.9);
    long rejected = saved("https://a.example/2", "en", "Two.", 0.8);
    long changed = saved("https://a.example/3", "en", "Three.", 0.7);
    long pending = saved("https://a.example/4", "en", "Four.", 0.6);
    decide(approved, Kind.APPROVED);
    decide(rejected, Kind.REJECTED);
    decide(changed, Kind.APPROVED);
    saved("https://a.example/3", "en", "Three and more.", 0.7);

    assertThat(ids(DocumentFilter.of(Show.APPROVED))).containsExactly(approved);
    assertThat(ids(DocumentFilter.of(Show.REJECTED))).containsExactly(rejected);
    assertThat(ids(DocumentFilter.of(Show.CHANGED))).containsExactly(changed);
    assertThat(ids(DocumentFilter.of(Show.OPEN))).containsExactly(changed, pending);
    assertThat(Documents.counts(handle, DocumentFilter.ALL))
        .containsAllEntriesOf(
            Map.of(
                Show.ALL,
                4L,
                Show.OPEN,
                2L,
                Show.PENDING,
                1L,
                Show.APPROVED,
                1L,
                Show.CHANGED,
                1L));
  }

  @Test
  void every_filter_chooses() {
    long english = saved("https://a.example/1", "en", "One.", 0.9);
    saved("https://b.example/1", "ar", "Two.", 0.8);
    DocumentFilter all =
        new DocumentFilter(
            Show.ALL,
            "a.example",
            List.of("q", "r"),
            "en",
            PageKind.ARTICLE,
            LocalDate.of(2024, 1, 26),
            LocalDate.of(2024, 1, 26),
            0.8,
            1.0,
            false,
            "one",
            1L);

    assertThat(ids(all)).containsExactly(english);
    assertThat(Documents.count(handle, all)).isEqualTo(1);
  }

  @Test
  void a_search_folds_arabic() {
    long article = saved("https://a.example/1", "ar", "أُجريت الانتخاباتُ في المدينة", 0.5);

    for (String typed :
        List.of("انتخابات", "الإنتخابات", "اجريت", "المدينه", "\"في المدينة\"", "أجريت المدينة")) {
      assertThat(ids(words(typed))).as(typed).containsExactly(article);
    }
    assertThat(ids(words("القرية"))).isEmpty();
    assertThat(ids(words("\" OR 1"))).isEmpty();
  }

  @Test
  void a_search_knows_the_text_as_it_is_now() {
    saved("https://a.example/1", "en", "Earlier words.", 0.5);
    long article = saved("https://a.example/1", "en", "Later words.", 0.5);

    assertThat(ids(words("earlier"))).isEmpty();
    assertThat(ids(words("late"))).containsExactly(article);
  }

  @Test
  void all_that_match_are_decided_at_once_and_taken_back_at_once() {
    for (int i = 0; i < 20; i++) {
      saved("https://a.example/" + i, "en", "Text " + i, 0.5);
    }
    DocumentFilter open = DocumentFilter.of(Show.OPEN);

    Optional<ReviewOutcome> outcome = decideAll(open, 20);

    assertThat(outcome.orElseThrow().taken()).isEqualTo(20);
    assertThat(Documents.count(handle, open)).isZero();
    handle.useTransaction(h -> Verdicts.undo(h, "mona", NOON));
    assertThat(Documents.count(handle, open)).isEqualTo(20);
  }

  @Test
  void nothing_is_decided_for_more_articles_than_the_reviewer_was_told() {
    saved("https://a.example/1", "en", "One.", 0.5);
    DocumentFilter before = DocumentFilter.of(Show.OPEN).upTo(Articles.youngest(handle));
    saved("https://a.example/2", "en", "Two.", 0.5);

    assertThat(decideAll(DocumentFilter.of(Show.OPEN), 1)).isEmpty();
    assertThat(decideAll(before, 1).orElseThrow().taken()).isEqualTo(1);
    assertThat(Documents.count(handle, DocumentFilter.of(Show.OPEN))).isEqualTo(1);
  }

  private Optional<ReviewOutcome> decideAll(DocumentFilter filter, long expected) {
    return handle.inTransaction(
        h -> Documents.decideAll(h, filter, expected, Kind.APPROVED, "", "all open", "mona", NOON));
  }

  @Test
  void an_article_is_outdated_until_its_text_is_worked_through() {
    long article = saved("https://a.example/1", "en", "One.", 0.5);
    assertThat(ReviewIndex.outdated(handle, 10)).isEmpty();

    handle.execute("UPDATE article SET sha256 = 'new' WHERE id = ?", article);

    assertThat(ReviewIndex.outdated(handle, 10)).containsExactly(article);
  }

  @Test
  void a_draft_is_kept_for_each_reviewer_until_it_is_removed() {
    long article = saved("https://a.example/1", "en", "One.", 0.5);
    ReviewNotes.Draft draft = new ReviewNotes.Draft("base", "Half a sent", NOON);

    ReviewNotes.saveDraft(handle, article, "mona", draft);

    assertThat(ReviewNotes.draft(handle, article, "mona")).contains(draft);
    assertThat(ReviewNotes.draft(handle, article, "omar")).isEmpty();
    ReviewNotes.removeDraft(handle, article, "mona");
    assertThat(ReviewNotes.draft(handle, article, "mona")).isEmpty();
  }
}
