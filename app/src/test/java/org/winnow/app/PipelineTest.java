// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Url;
import org.winnow.crawler.FoundLinks;
import org.winnow.crawler.PageResult;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.extractors.SiteTitles;
import org.winnow.pipeline.ArticleJoiner;
import org.winnow.pipeline.ArticleKeeper;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.Pipeline;
import org.winnow.pipeline.RuledFiles;
import org.winnow.pipeline.SiteRuns;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

class PipelineTest {
  private static final String STORY = "https://site.example/story";
  private static final String CANONICAL = "<link rel=canonical href=" + STORY + ">";

  @TempDir private Path dir;
  private DataFolder data;
  private Catalog catalog;
  private PageArchive archive;
  private Pipeline pipeline;
  private RuleSet rules = RuleSet.none();

  @BeforeEach
  void open() throws IOException {
    data = new DataFolder(dir);
    catalog = Catalog.open(data.catalogFile());
    begin();
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
    catalog.close();
  }

  private void begin() throws IOException {
    archive =
        PageArchive.open(
            data.archive(), catalog.jdbi().withHandle(Pages::lastArchived), Clock.systemUTC());
    SiteRuns runs =
        SiteRuns.start(
            catalog.jdbi(), List.of(Url.of("https://site.example/")), rules, Clock.systemUTC());
    Extractor extractor = new Extractor(rules);
    ArticleKeeper keeper =
        new ArticleKeeper(
            data.texts(),
            new ArticleJoiner(archive, extractor),
            runs,
            new RuledFiles(rules),
            Clock.systemUTC());
    catalog.jdbi().useHandle(keeper::resume);
    pipeline = new Pipeline(archive, extractor, new SiteTitles(), keeper, runs);
  }

  private PageResult handle(FetchedPage page) {
    PageResult result = pipeline.handle(page, FoundLinks.of(page));
    try (CommitQueue commits = new CommitQueue(catalog.jdbi())) {
      commits.commit(result.rows()::write);
    }
    return result;
  }

  private List<StoredArticle> articles() {
    List<StoredArticle> found = new ArrayList<>();
    catalog.jdbi().useHandle(h -> Articles.forEach(h, null, null, found::add));
    return found;
  }

  private List<Path> textFiles() throws IOException {
    try (var files = Files.walk(dir.resolve("text"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private String onlyText() throws IOException {
    assertThat(articles()).hasSize(1);
    assertThat(textFiles()).hasSize(1);
    return data.texts().read(articles().get(0).file());
  }

  private static FetchedPage first() {
    return PageMaker.article(STORY, "Night buses", "One.", "<link rel=next href=/story/2>");
  }

  private static FetchedPage second() {
    return PageMaker.article(STORY + "/2", "Night buses", "Two.", "");
  }

  @Test
  void a_page_becomes_a_stored_page_an_article_and_a_text_file() throws IOException {
    handle(PageMaker.article(STORY, "Night buses", "One.", ""));
    assertThat(onlyText()).startsWith("Night buses\n\nOne. " + PageMaker.PROSE);
    Optional<?> page =
        catalog.jdbi().withHandle(h -> Pages.latest(h, Url.of(STORY))).map(p -> p.position());
    assertThat(page).isPresent();
  }

  @Test
  void an_answer_that_nothing_has_changed_is_archived_as_a_revisit() throws IOException {
    FetchedPage page = PageMaker.article(STORY, "Night buses", "One.", "");
    handle(page);
    FetchedPage answer =
        new FetchedPage(page.url(), page.url(), page.fetched(), 304, List.of(), new byte[0]);

    try (CommitQueue commits = new CommitQueue(catalog.jdbi())) {
      commits.commit(pipeline.unchanged(answer)::write);
    }

    var latest = catalog.jdbi().withHandle(h -> Pages.latest(h, Url.of(STORY))).orElseThrow();
    assertThat(latest.status()).isEqualTo(304);
    assertThat(archive.read(Objects.requireNonNull(latest.position())).body())
        .isEqualTo(page.body());
    assertThat(articles()).hasSize(1);
  }

  private void rule(String lines) throws IOException {
    String text = "version: 1\nsite: https://site.example/\n" + lines;
    rules =
        new RuleReader(JsoupSelectors.INSTANCE)
            .read(
                List.of(
                    new RuleSource("site", "r.yml", () -> text.getBytes(StandardCharsets.UTF_8))))
            .rules();
    archive.close();
    begin();
  }

  @Test
  void an_article_that_its_rule_does_not_accept_is_kept_but_not_exported() throws IOException {
    rule("quality: { minWords: 5000 }");

    handle(PageMaker.article(STORY, "Night buses", "One.", ""));

    assertThat(articles()).hasSize(1);
    assertThat(articles().get(0).quarantine()).startsWith("quality.minWords: the body has ");
    Path out = dir.resolve("out");
    Run export = Run.winnow("export", "--data", dir.toString(), "--out", out.toString());
    assertThat(export.code()).isZero();
    assertThat(export.err()).contains("0 articles", "1 left out, in quarantine");
    assertThat(out.resolve("index.jsonl")).isEmptyFile();
  }

  @Test
  void the_gates_of_a_rule_are_for_the_whole_article() throws IOException {
    rule("quality: { minWords: 100 }");

    handle(first());
    assertThat(articles().get(0).isAccepted()).isFalse();
    handle(second());

    assertThat(articles()).hasSize(1);
    assertThat(articles().get(0).isAccepted()).isTrue();
  }

  @Test
  void a_rule_names_the_text_file() throws IOException {
    rule("output: { file: 'texts/{site}/{slug}-{id}.txt' }");

    handle(PageMaker.article(STORY, "Night buses", "One.", ""));

    assertThat(articles().get(0).file()).matches("texts/site\\.example/story-[0-9a-f]{16}\\.txt");
    assertThat(onlyText()).startsWith("Night buses");
  }

  @Test
  void the_page_with_the_whole_article_gives_the_text() throws IOException {
    rule("extract: { fullPage: 'link[rel=full]' }");
    String head = "<link rel=full href=/story/all>";

    PageResult result = handle(PageMaker.article(STORY, "Night buses", "Beginning.", head));
    assertThat(result.continued()).containsExactly(Url.of(STORY + "/all"));
    handle(PageMaker.article(STORY + "/all", "Night buses", "All of it.", ""));

    assertThat(onlyText()).contains("All of it.").doesNotContain("Beginning.");
    assertThat(articles().get(0).canonical()).isEqualTo(Url.of(STORY));
  }

  @Test
  void a_listing_is_no_article() {
    handle(
        PageMaker.page(
            "https://site.example/",
            "<html><body><ul><li><a href=/a>Night buses stay</a><li><a href=/b>Snow</a></ul>"));
    assertThat(articles()).isEmpty();
  }

  @Test
  void the_pages_of_an_article_are_joined() throws IOException {
    assertThat(handle(first()).continued()).containsExactly(Url.of(STORY + "/2"));
    assertThat(articles().get(0).complete()).isFalse();
    handle(second());
    assertThat(onlyText()).contains("One. ").contains("Two. ").containsOnlyOnce("Night buses\n");
    assertThat(articles().get(0).complete()).isTrue();
  }

  @Test
  void the_pages_of_an_article_are_joined_in_whatever_order_they_come() throws IOException {
    handle(second());
    handle(first());
    assertThat(onlyText()).matches("(?s).*One\\. .*Two\\. .*");
    assertThat(articles().get(0).canonical()).isEqualTo(Url.of(STORY));
  }

  @Test
  void the_next_run_goes_on_with_an_article_that_was_left_incomplete() throws IOException {
    handle(first());
    archive.close();
    begin();
    handle(second());
    assertThat(onlyText()).contains("One. ").contains("Two. ");
  }

  @Test
  void the_next_article_of_a_section_is_not_the_next_page() {
    handle(PageMaker.article(STORY, "Night buses", "One.", "<link rel=next href=/other>"));
    handle(PageMaker.article("https://site.example/other", "Snow", "Else.", ""));
    assertThat(articles())
        .extracting(StoredArticle::headline)
        .containsExactly("Night buses", "Snow");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_a_page_and_its_copy_the_page_itself_is_kept(boolean copyFirst) throws IOException {
    FetchedPage main = PageMaker.article(STORY, "Night buses", "Main.", CANONICAL);
    FetchedPage copy = PageMaker.article(STORY + "/amp", "Night buses", "Copy.", CANONICAL);
    handle(copyFirst ? copy : main);
    handle(copyFirst ? main : copy);
    assertThat(onlyText()).contains("Main.").doesNotContain("Copy.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_copy_that_names_no_page_is_known_by_its_text(boolean copyFirst) throws IOException {
    FetchedPage main = PageMaker.article(STORY, "Night buses", "Same.", "");
    FetchedPage copy = PageMaker.article(STORY + "?print=1", "Night buses", "Same.", "");
    handle(copyFirst ? copy : main);
    handle(copyFirst ? main : copy);
    onlyText();
    assertThat(articles().get(0).canonical()).isEqualTo(Url.of(STORY));
  }

  @Test
  void a_page_that_comes_again_changes_its_file_in_place() throws IOException {
    handle(PageMaker.article(STORY, "Night buses", "Old.", ""));
    String file = articles().get(0).file();
    handle(PageMaker.article(STORY, "Night buses", "New.", ""));
    assertThat(onlyText()).contains("New.").doesNotContain("Old.");
    assertThat(articles().get(0).file()).isEqualTo(file);
    assertThat(articles().get(0).version()).isEqualTo(2);
  }
}
