// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.Url;
import org.winnow.crawler.FoundLinks;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;
import org.winnow.pipeline.ArticleJoiner;
import org.winnow.pipeline.ArticleKeeper;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.Pipeline;
import org.winnow.pipeline.RuledFiles;
import org.winnow.pipeline.SiteRuns;
import org.winnow.siterules.RuleSet;

/**
 * Pages of one site go through the pipeline; then its rule's health and its pages are asked for.
 */
class RulesStatusTest {
  private static final String SITE = "https://site.example/";

  @TempDir private Path dir;
  private Path data;
  private Path rules;

  @BeforeEach
  void rule() throws IOException {
    data = dir.resolve("data");
    rules = Files.createDirectory(dir.resolve("rules"));
    Files.writeString(
        rules.resolve("site.example.yml"),
        """
        version: 1
        site: https://site.example/
        extract:
          title: [ h1, title ]
          body: [ article, .old ]
        remove:
          lines: [ { equals: Never there } ]
        sections: { urls: /opinion/, extract: { body: main } }
        """);
  }

  private void keep(List<FetchedPage> pages) throws IOException {
    DataFolder folder = new DataFolder(data);
    RuleSet read = RuleOptions.read(rules).rules();
    try (Catalog catalog = Catalog.open(folder.catalogFile());
        PageArchive archive =
            PageArchive.open(
                folder.archive(),
                catalog.jdbi().withHandle(Pages::lastArchived),
                Clock.systemUTC())) {
      SiteRuns runs =
          SiteRuns.start(catalog.jdbi(), List.of(Url.of(SITE)), read, Clock.systemUTC());
      Extractor extractor = new Extractor(read);
      ArticleKeeper keeper =
          new ArticleKeeper(
              folder.texts(),
              new ArticleJoiner(archive, extractor),
              runs,
              new RuledFiles(read),
              Clock.systemUTC());
      Pipeline pipeline = new Pipeline(archive, extractor, new SiteTitles(), keeper, runs);
      for (FetchedPage page : pages) {
        var result = pipeline.handle(page, FoundLinks.of(page));
        try (CommitQueue commits = new CommitQueue(catalog.jdbi())) {
          commits.commit(result.rows()::write);
        }
      }
    }
  }

  private static FetchedPage story(int number) {
    return PageMaker.article(SITE + number, "Night buses " + number, "Number " + number + ".", "");
  }

  private static FetchedPage redesigned(int number) {
    FetchedPage page = story(number);
    String html = new String(page.body(), StandardCharsets.UTF_8);
    return PageMaker.page(
        SITE + number,
        html.replace("<article>", "<main><section><div class=text>")
            .replace("</article>", "</div></section></main>"));
  }

  private Run status(Object... more) {
    Object[] all = new Object[more.length + 6];
    Object[] fixed = {"rules", "status", "--data", data, "--rules", rules};
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return Run.winnow(all);
  }

  @Test
  void the_alternatives_and_what_removals_took_are_counted() throws IOException {
    keep(List.of(story(1), story(2), story(3)));
    Run status = status("site.example");
    assertThat(status.code()).as(status.out() + status.err()).isZero();
    assertThat(status.out())
        .contains("last 3 pages: 3 articles, 0 by fallback, 0 held back, 0 missed")
        .containsPattern("100 %  extract\\.title\\[0] h1  \\(.*site\\.example\\.yml:4:12\\)")
        .contains("  0 %  extract.body[1] .old")
        .contains("took nothing: remove.lines[0] Never there");
  }

  @Test
  void a_redesign_is_an_alarm_and_nothing_is_changed() throws IOException {
    keep(List.of(story(1), story(2), story(3)));
    keep(List.of(redesigned(4), redesigned(5), redesigned(6)));
    Run status = status();
    assertThat(status.code()).isEqualTo(1);
    assertThat(status.out())
        .containsPattern("site\\.example +6 +3 +0 +0 +3 ")
        .contains("! site.example: extract.body finds nothing on 3 pages with an article");
  }

  @Test
  void a_page_without_an_article_is_no_miss() throws IOException {
    keep(
        List.of(
            story(1),
            PageMaker.page(SITE, "<html><body><ul><li><a href=/1>Night buses</a></ul></body>")));
    assertThat(status("site.example").out()).contains("last 1 pages: 1 articles");
  }

  @Test
  void a_line_that_many_articles_share_is_suggested() throws IOException {
    keep(
        List.of(1, 2, 3, 4, 5).stream()
            .map(
                number ->
                    PageMaker.page(
                        SITE + number,
                        new String(story(number).body(), StandardCharsets.UTF_8)
                            .replace("</article>", "<p>Our buses app is here</p></article>")))
            .toList());
    assertThat(status("site.example").out())
        .contains("in 5 articles of a week, maybe an entry of remove.lines: Our buses app is here");
  }

  @Test
  void a_stored_page_is_explained_with_the_place_of_every_value() throws IOException {
    keep(List.of(story(1)));
    Run explain = Run.winnow("rules", "explain", SITE + "1", "--data", data, "--rules", rules);
    assertThat(explain.code()).as(explain.err()).isZero();
    assertThat(explain.out())
        .contains("because of its host site.example")
        .contains("no section or dated layout fits")
        .containsPattern("site\\.example\\.yml:5:11 +extract\\.body\\[0]: article")
        .containsPattern("title by extract\\.title\\[0] \\(.*:4:12\\): Night buses 1")
        .containsPattern("body by extract\\.body\\[0] .*: article")
        .contains("author: none")
        .contains("CONTENT  site:extract.body[0] article");
  }

  @Test
  void an_address_without_a_stored_page_shows_its_rule_and_how_to_get_the_page() {
    Run explain =
        Run.winnow("rules", "explain", SITE + "opinion/9", "--data", data, "--rules", rules);
    assertThat(explain.code()).isEqualTo(1);
    assertThat(explain.out())
        .contains("layout sections[0]")
        .contains("because the address begins with /opinion/");
    assertThat(explain.err()).contains("no stored page").contains("--live").contains("--url");
  }

  @Test
  void a_file_is_explained_under_the_address_that_is_given() throws IOException {
    Path file = Files.write(dir.resolve("page.html"), story(1).body());
    Run plain = Run.winnow("rules", "explain", file, "--rules", rules);
    assertThat(plain.out()).contains("rule  none").contains("title found without the rule: Night");
    Run named = Run.winnow("rules", "explain", file, "--url", SITE + "1", "--rules", rules);
    assertThat(named.out()).contains("rule  site.example (");
  }

  @Test
  void only_the_verbose_explanation_has_earlier_decisions() throws IOException {
    Path file = Files.write(dir.resolve("page.html"), story(1).body());
    Object[] words = {"rules", "explain", file, "--url", SITE + "1", "--rules", rules};
    assertThat(Run.winnow(words).out()).doesNotContain("before:");
    Object[] verbose = Arrays.copyOf(words, words.length + 1);
    verbose[words.length] = "--verbose";
    assertThat(Run.winnow(verbose).out()).contains("before:");
  }

  @Test
  void a_site_without_pages_says_what_to_do() throws IOException {
    keep(List.of());
    assertThat(status("site.example").out()).contains("crawl it");
  }
}
