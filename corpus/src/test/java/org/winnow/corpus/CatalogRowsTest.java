// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.FetchedPage.Header;
import org.winnow.corpus.SavedArticle.Change;

class CatalogRowsTest {
  private static final Instant NOON = Instant.parse("2024-01-26T12:00:00.123Z");
  private static final Url URL = Url.of("https://example.org/a");
  private static final TextCounts COUNTS = new TextCounts(3, 7, 300, 5_000_000_000L);
  private static final List<ArticlePart> PARTS =
      List.of(
          new ArticlePart(URL, new WarcPosition("a.warc.gz", 100)),
          new ArticlePart(Url.of("https://example.org/a/2/"), new WarcPosition("b.warc.gz", 0)));

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

  @Test
  void a_run_that_is_not_finished_has_no_end() {
    long run = Runs.start(handle, "example.org", NOON);

    assertThat(Runs.find(handle, run))
        .contains(new Run(run, "example.org", NOON, null, RunCounts.NONE));
  }

  @Test
  void a_run_keeps_its_counts() {
    long run = Runs.start(handle, "example.org", NOON);
    RunCounts counts = new RunCounts(1, 2, 3, 4, 5, 6, 7);

    Runs.progress(handle, run, counts);
    assertThat(Runs.find(handle, run)).contains(new Run(run, "example.org", NOON, null, counts));

    Instant end = NOON.plusSeconds(60);
    Runs.finish(handle, run, end, counts);
    assertThat(Runs.find(handle, run)).contains(new Run(run, "example.org", NOON, end, counts));
  }

  @Test
  void the_latest_runs_come_first() {
    long first = Runs.start(handle, "a.example", NOON);
    long second = Runs.start(handle, "b.example", NOON);

    assertThat(Runs.latest(handle, 10)).extracting(Run::id).containsExactly(second, first);
    assertThat(Runs.latest(handle, 1)).extracting(Run::id).containsExactly(second);
    assertThat(Runs.find(handle, 999)).isEmpty();
  }

  @Test
  void a_page_keeps_what_the_next_fetch_asks_for() {
    long run = Runs.start(handle, "example.org", NOON);
    WarcPosition position = new WarcPosition("a.warc.gz", 5_000_000_000L);
    FetchedPage page =
        page(
            "text",
            new Header("content-type", "text/html"),
            new Header("etag", "\"1\""),
            new Header("last-modified", "Fri, 26 Jan 2024 12:00:00 GMT"));

    long id = Pages.add(handle, run, page, position);

    assertThat(Pages.latest(handle, page.requested()))
        .contains(
            new StoredPage(
                id,
                run,
                page.requested(),
                page.url(),
                NOON,
                200,
                "text/html",
                "\"1\"",
                "Fri, 26 Jan 2024 12:00:00 GMT",
                // printf text | sha256sum
                "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1",
                position));
  }

  @Test
  void the_latest_page_is_the_last_one_that_was_archived() {
    long run = Runs.start(handle, "example.org", NOON);
    FetchedPage page = page("text");
    Pages.add(handle, run, page, new WarcPosition("a.warc.gz", 1));
    long archived = Pages.add(handle, run, page, new WarcPosition("a.warc.gz", 2));
    Pages.add(handle, run, page, null);

    assertThat(Pages.latest(handle, page.requested()).map(StoredPage::id)).contains(archived);
    assertThat(Pages.latest(handle, Url.of("https://example.org/other"))).isEmpty();
  }

  @Test
  void the_last_position_is_that_of_the_youngest_file() {
    long run = Runs.start(handle, "example.org", NOON);
    assertThat(Pages.lastArchived(handle)).isEmpty();
    Pages.add(handle, run, page("1"), new WarcPosition("b.warc.gz", 90));
    Pages.add(handle, run, page("2"), new WarcPosition("b.warc.gz", 1000));
    Pages.add(handle, run, page("3"), new WarcPosition("a.warc.gz", 5000));
    Pages.add(handle, run, page("4"), null);

    assertThat(Pages.lastArchived(handle)).contains(new WarcPosition("b.warc.gz", 1000));
  }

  @Test
  void a_page_belongs_to_a_run() {
    assertThatThrownBy(() -> Pages.add(handle, 999, page("text"), null))
        .hasMessageContaining("FOREIGN KEY");
  }

  @Test
  void what_else_is_known_about_an_article_is_kept() {
    Metadata metadata =
        new Metadata(
            List.of("Ann Lee", "محمد صالح"),
            Published.parse("2024-01-27T08:00"),
            "The Daily",
            "World",
            List.of("ferries", "ports"),
            Url.of("https://example.org/1.jpg"),
            "What happened.",
            true);
    Article plain = article("Headline", null, "Body");
    save(
        new Article(
            plain.url(),
            plain.canonical(),
            plain.headline(),
            plain.kicker(),
            plain.body(),
            plain.byline(),
            plain.published(),
            plain.language(),
            plain.rule(),
            plain.confidence(),
            PageKind.LIVEBLOG,
            metadata));

    StoredArticle stored = Articles.find(handle, URL).orElseThrow();
    assertThat(stored.kind()).isEqualTo(PageKind.LIVEBLOG);
    assertThat(stored.metadata()).isEqualTo(metadata);
  }

  @Test
  void a_new_article_is_told_as_new_and_kept_whole() {
    Published published =
        new Published(LocalDate.of(2024, 1, 26), OffsetDateTime.parse("2024-01-26T10:00+02:00"));
    Article article = article("Headline", published, "Body");

    SavedArticle saved = save(article);

    assertThat(saved).isEqualTo(new SavedArticle(saved.id(), Change.NEW, 1));
    assertThat(Articles.find(handle, URL))
        .contains(
            new StoredArticle(
                saved.id(),
                URL,
                article.url(),
                "Headline",
                "Kicker",
                "Byline",
                published,
                "ar",
                "example.org/2024/01/a.txt",
                Sha256.hex(article.text()),
                "example",
                0.75,
                COUNTS,
                true,
                NOON,
                1,
                "",
                PageKind.ARTICLE,
                Metadata.NONE,
                null,
                null,
                null));
    assertThat(Articles.parts(handle, saved.id())).isEqualTo(PARTS);
  }

  @Test
  void an_article_may_know_nothing_but_its_text() {
    save(new Article(URL, URL, null, null, List.of("Body"), null, null, null, "auto", 0));

    StoredArticle stored = Articles.find(handle, URL).orElseThrow();
    assertThat(stored.headline()).isNull();
    assertThat(stored.kicker()).isNull();
    assertThat(stored.byline()).isNull();
    assertThat(stored.published()).isNull();
    assertThat(stored.language()).isNull();
  }

  @Test
  void an_article_that_is_not_as_its_rule_asks_is_in_quarantine_until_it_is() {
    Article article = article("Headline", null, "Body");
    Articles.save(handle, article, "a.txt", COUNTS, true, NOON, PARTS, "too short");
    assertThat(Articles.find(handle, URL).orElseThrow().isAccepted()).isFalse();
    assertThat(Articles.find(handle, URL).orElseThrow().quarantine()).isEqualTo("too short");

    Articles.save(handle, article, "a.txt", COUNTS, true, NOON, PARTS, "");
    assertThat(Articles.find(handle, URL).orElseThrow().isAccepted()).isTrue();
  }

  @Test
  void the_same_text_is_unchanged_and_what_is_known_about_it_is_brought_up_to_date() {
    SavedArticle first = save(article("Headline", null, "Body"));
    Published published = new Published(LocalDate.of(2024, 1, 25), null);

    SavedArticle second = save(article("Headline", published, "Body"));

    assertThat(second).isEqualTo(new SavedArticle(first.id(), Change.UNCHANGED, 1));
    assertThat(Articles.find(handle, URL).orElseThrow().published()).isEqualTo(published);
  }

  @Test
  void each_change_of_the_text_is_one_version_more() {
    SavedArticle first = save(article("Headline", null, "Body"));

    assertThat(save(article("Headline", null, "Other body")))
        .isEqualTo(new SavedArticle(first.id(), Change.CHANGED, 2));
    assertThat(save(article("Other headline", null, "Other body")))
        .isEqualTo(new SavedArticle(first.id(), Change.CHANGED, 3));
    assertThat(save(article("Other headline", null, "Other body")))
        .isEqualTo(new SavedArticle(first.id(), Change.UNCHANGED, 3));
    assertThat(Articles.find(handle, URL).orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void the_parts_are_those_of_the_last_save() {
    SavedArticle saved = save(article("Headline", null, "Body"));
    List<ArticlePart> one = PARTS.subList(1, 2);

    Articles.save(handle, article("Headline", null, "Body"), "a.txt", COUNTS, true, NOON, one, "");

    assertThat(Articles.parts(handle, saved.id())).isEqualTo(one);
  }

  @Test
  void finds_the_oldest_article_with_the_same_text() {
    save(article("Headline", null, "Body"));
    Url twin = Url.of("https://example.org/twin");
    Article same = article("Headline", null, "Body");
    Article copy =
        new Article(
            twin, twin, same.headline(), same.kicker(), same.body(), null, null, null, "auto", 1);
    save(copy);

    assertThat(Articles.withSameText(handle, copy).map(StoredArticle::canonical)).contains(URL);
    assertThat(Articles.withSameText(handle, article("Headline", null, "Another"))).isEmpty();
  }

  @Test
  void hands_out_articles_by_site_and_time_in_the_order_of_their_first_save() {
    save(at("https://b.example/1"), NOON);
    save(at("https://a.example/2"), NOON.plusSeconds(10));
    save(at("https://b.example/3"), NOON.plusSeconds(20));
    save(at("https://b.example/1"), NOON.plusSeconds(5));

    assertThat(urls(null, null))
        .containsExactly("https://b.example/1", "https://a.example/2", "https://b.example/3");
    assertThat(urls("b.example", null))
        .containsExactly("https://b.example/1", "https://b.example/3");
    assertThat(urls(null, NOON.plusSeconds(10)))
        .containsExactly("https://a.example/2", "https://b.example/3");
    assertThat(urls("a.example", NOON.plusSeconds(11))).isEmpty();
  }

  @Test
  void sums_up_each_site() {
    long run = Runs.start(handle, "example.org", NOON);
    Pages.add(handle, run, page("1"), new WarcPosition("a.warc.gz", 1));
    Pages.add(handle, run, page("2"), new WarcPosition("a.warc.gz", 2));
    save(article("Headline", null, "Body"));
    save(at("https://example.org/b"), NOON);
    save(at("https://b.example/"), NOON);

    assertThat(SiteSummary.all(handle))
        .containsExactly(
            new SiteSummary("b.example", 0, 1, COUNTS),
            new SiteSummary("example.org", 1, 2, COUNTS.plus(COUNTS)));
  }

  private List<String> urls(String site, Instant since) {
    List<String> urls = new ArrayList<>();
    Articles.forEach(handle, site, since, article -> urls.add(article.canonical().toString()));
    return urls;
  }

  private SavedArticle save(Article article) {
    return save(article, NOON);
  }

  private SavedArticle save(Article article, Instant fetched) {
    return Articles.save(
        handle, article, "example.org/2024/01/a.txt", COUNTS, true, fetched, PARTS, "");
  }

  private static Article at(String url) {
    return new Article(
        Url.of(url), Url.of(url), null, null, List.of(url), null, null, null, "auto", 1);
  }

  private static Article article(String headline, Published published, String body) {
    return new Article(
        Url.of("https://example.org/a?page=1"),
        URL,
        headline,
        "Kicker",
        List.of(body),
        "Byline",
        published,
        "ar",
        "example",
        0.75);
  }

  private static FetchedPage page(String text, Header... headers) {
    return new FetchedPage(
        Url.of("https://example.org/requested"),
        URL,
        NOON,
        200,
        List.of(headers),
        text.getBytes(StandardCharsets.UTF_8));
  }
}
