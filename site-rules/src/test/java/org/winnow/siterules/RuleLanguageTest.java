// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Url;
import org.winnow.siterules.ScheduleRule.Window;

class RuleLanguageTest {
  private static final String SITE = "version: 1\nsite: https://www.example.org/\n";

  private static RuleReading reading(String... documents) {
    RuleSource[] sources = new RuleSource[documents.length];
    for (int i = 0; i < documents.length; i++) {
      String text = documents[i];
      sources[i] =
          new RuleSource("r" + i, "r" + i + ".yml", () -> text.getBytes(StandardCharsets.UTF_8));
    }
    return new RuleReader(new BalancedBrackets()).read(List.of(sources));
  }

  private static SiteRule read(String... documents) {
    RuleReading reading = reading(documents);
    assertThat(reading.problems()).isEmpty();
    return reading.rules().rules().get(0);
  }

  @Test
  void a_value_may_come_from_anywhere_on_a_page() {
    ExtractRule extract =
        read(SITE
                + """
                extract:
                  author:
                    - { css: a.by, closest: .meta, nth: -1, after: 'By ', before: '|' }
                    - { xpath: 'string(//h1)' }
                    - { url: '/by/(\\w+)/' }
                    - { match: '^By (.+)$' }
                    - { const: Staff }
                    - { jsonld: author.name, all: true }
                """)
            .extract();

    assertThat(extract.author()).hasSize(6);
    assertThat((ValueSelector.Css) extract.author().get(0))
        .satisfies(
            css -> {
              assertThat(css.closest()).isEqualTo(".meta");
              assertThat(css.which()).isEqualTo(new Which(false, -1));
              assertThat(css.form().after()).isEqualTo("By ");
              assertThat(css.form().before()).isEqualTo("|");
            });
    assertThat(extract.author().get(1)).isInstanceOf(ValueSelector.XPath.class);
    assertThat(extract.author().get(2)).isInstanceOf(ValueSelector.InUrl.class);
    assertThat(extract.author().get(3)).isInstanceOf(ValueSelector.InText.class);
    assertThat(extract.author().get(4)).isInstanceOf(ValueSelector.Const.class);
    assertThat(((ValueSelector.JsonLd) extract.author().get(5)).which().all()).isTrue();
  }

  @Test
  void a_section_completes_the_rule_with_its_own_word() {
    SiteRule rule =
        read(
            SITE
                + """
                extract: { title: h1, body: .text }
                remove: { names: [ ad ], lines: { equals: Menu } }
                sections:
                  - { urls: /opinion/, extract: { body: .column }, remove: { names: [ poll ] } }
                  - { urls: [ /live/ ], skip: true }
                  - { urls: /old/, reset: [ remove.lines ] }
                """);

    LayoutRule opinion = rule.layouts().sections().get(0);
    assertThat(opinion.name()).isEqualTo("sections[0]");
    assertThat(opinion.extract().body())
        .extracting(ElementSelector::text)
        .containsExactly(".column");
    assertThat(opinion.extract().title()).isEqualTo(rule.extract().title());
    assertThat(opinion.remove().names()).containsExactly("ad", "poll");
    assertThat(opinion.remove().lines()).hasSize(1);
    assertThat(rule.layouts().sections().get(1).skip()).isTrue();
    assertThat(rule.layouts().sections().get(2).remove().lines()).isEmpty();
    assertThat(rule.layouts().sections().get(2).remove().names()).containsExactly("ad");
  }

  @ParameterizedTest
  @CsvSource({
    "/news/1, 2024-01-01, ",
    "/opinion/1, 2024-01-01, sections[0]",
    "/opinion/letters/1, 2024-01-01, sections[1]",
    "/%D8%B1%D8%A3%D9%8A/1, 2024-01-01, sections[2]",
    "/opinion/1, 2020-06-01, history[1]",
    "/news/1, 2018-01-01, history[0]",
    "/live/1, 2018-01-01, sections[3]"
  })
  void the_longest_prefix_and_the_day_of_the_fetch_choose_the_layout(
      String path, LocalDate day, String name) {
    SiteRule rule =
        read(
            SITE
                + """
                sections:
                  - { urls: /opinion/ }
                  - { urls: /opinion/letters/ }
                  - { urls: /رأي/ }
                  - { urls: /live/, skip: true }
                history:
                  - { until: 2018-12-31, extract: { body: '#first' } }
                  - { until: 2021-06-30, extract: { body: '#second' } }
                """);
    Instant fetched = Instant.parse(day + "T23:59:00Z");

    assertThat(
            rule.layouts()
                .of(Url.of("https://www.example.org" + path), fetched)
                .map(LayoutRule::name)
                .orElse(null))
        .isEqualTo(name);
  }

  @Test
  void what_is_reset_is_not_inherited() {
    SiteRule rule =
        read(
            """
            version: 1
            abstract: true
            extract: { title: h1, clean: { title: ' - Daily$' } }
            remove: { names: [ ad ], lines: { equals: Menu } }
            quality: { minWords: 60 }
            """,
            SITE
                + """
                extends: r0
                reset: [ remove.lines, extract.title, quality ]
                remove: { lines: { equals: Home } }
                """);

    assertThat(rule.remove().lines()).extracting(LineRule::equalTo).containsExactly("Home");
    assertThat(rule.remove().names()).containsExactly("ad");
    assertThat(rule.extract().title()).isEmpty();
    assertThat(rule.extract().clean()).hasSize(1);
    assertThat(rule.quality()).isEqualTo(QualityRule.NONE);
  }

  @Test
  void settings_are_inherited_key_by_key() {
    SiteRule rule =
        read(
            """
            version: 1
            abstract: true
            fetch: { delay: 3s, charset: windows-1256 }
            discover: { articles: { allow: /a/, deny: /b/ } }
            quality: { minWords: 60, forbid: 'GMT' }
            """,
            SITE
                + """
                extends: r0
                fetch: { delay: 5s }
                discover: { articles: { allow: /c/, deny: /d/ } }
                quality: { forbid: 'Code' }
                """);

    assertThat(rule.crawl().fetch().delay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(rule.crawl().fetch().charset()).isEqualTo(Charset.forName("windows-1256"));
    assertThat(rule.crawl().discover().allow()).extracting(Object::toString).containsExactly("/c/");
    assertThat(rule.crawl().discover().deny())
        .extracting(Object::toString)
        .containsExactly("/b/", "/d/");
    assertThat(rule.quality().minWords()).isEqualTo(60);
    assertThat(rule.quality().forbid()).hasSize(2);
  }

  @Test
  void every_value_that_holds_is_known_with_its_place() {
    SiteRule rule =
        read(
            "version: 1\nabstract: true\nremove: { names: ad }\n",
            SITE + "extends: r0\nremove: { names: [ poll ] }\n");

    assertThat(rule.values())
        .contains(
            new RuleValue("remove.names[0]", "ad", new Mark("r0.yml", 3, 18)),
            new RuleValue("remove.names[1]", "poll", new Mark("r1.yml", 4, 20)));
  }

  @Test
  void discovery_is_read() {
    DiscoverRule discover =
        read(SITE
                + """
                discover:
                  feeds: [ /rss.xml, 'https://feeds.example.org/all' ]
                  sitemaps: /map.xml
                  seeds: /news/
                  articles: { allow: '/\\d+/', deny: [ /video/ ] }
                  follow: main
                  pagination: { template: '/page/{page}', max: 5 }
                  depth: 3
                  limit: 500
                  dropQuery: [ ref ]
                  newerThan: 3d
                """)
            .crawl()
            .discover();

    assertThat(discover.feeds())
        .containsExactly(
            Url.of("https://www.example.org/rss.xml"), Url.of("https://feeds.example.org/all"));
    assertThat(discover.pagination().template()).isEqualTo("/page/{page}");
    assertThat(discover.depth()).isEqualTo(3);
    assertThat(discover.limit()).isEqualTo(500);
    assertThat(discover.newerThan()).isEqualTo(Duration.ofDays(3));
  }

  @ParameterizedTest
  @CsvSource({
    "/news/1, true, false",
    "/news/one, false, false",
    "/video/1, false, true",
    "/list?id=/2/, true, false"
  })
  void addresses_of_articles_are_allowed_and_denied(
      String path, boolean isArticle, boolean isDenied) {
    DiscoverRule discover =
        read(SITE + "discover: { articles: { allow: '/\\d+', deny: /video/ } }").crawl().discover();
    Url url = Url.of("https://www.example.org" + path);

    assertThat(discover.isArticle(url)).isEqualTo(isArticle);
    assertThat(discover.isDenied(url)).isEqualTo(isDenied);
  }

  @Test
  void fetching_and_schedule_are_read() {
    CrawlRule crawl =
        read(SITE
                + """
                fetch:
                  { delay: 3s, concurrency: 2, headers: { Accept-Language: ar }, robots: ignore,
                    timeout: 30s, maxBytes: 2MB }
                schedule:
                  { cron: '15 */2 1-7,15 jan-jun mon', timezone: Asia/Dubai, jitter: 10m,
                    misfire: skip, overlap: queue, window: '22:00-06:00', maxRuntime: 2h }
                """)
            .crawl();

    assertThat(crawl.fetch().headers())
        .containsExactly(new FetchRule.Header("Accept-Language", "ar"));
    assertThat(crawl.fetch().robots()).isEqualTo(FetchRule.Robots.IGNORE);
    assertThat(crawl.fetch().maxBytes()).isEqualTo(2L << 20);
    assertThat(crawl.schedule())
        .isEqualTo(
            new ScheduleRule(
                "15 */2 1-7,15 jan-jun mon",
                null,
                ZoneId.of("Asia/Dubai"),
                Duration.ofMinutes(10),
                ScheduleRule.Misfire.SKIP,
                ScheduleRule.Overlap.QUEUE,
                new Window(LocalTime.of(22, 0), LocalTime.of(6, 0)),
                Duration.ofHours(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{site}/{date:yyyy}/{date:MM}/{id}.txt; www.example.org/2024/03/0123456789abcdef.txt",
        "texts/{lang}-{slug}-{id}.txt; texts/ar-a_b-0123456789abcdef.txt",
        "{date}/{id}.txt; 2024-03-05/0123456789abcdef.txt"
      })
  void a_file_is_named_by_its_pattern(String pattern, String file) {
    FilePattern output = read(SITE + "output: { file: '" + pattern + "' }").output();

    assertThat(output).isNotNull();
    assertThat(
            output.file(
                new FilePattern.Values(
                    "www.example.org", LocalDate.of(2024, 3, 5), "a/b", "ar", "0123456789abcdef")))
        .isEqualTo(file);
  }

  @Test
  void hostile_values_do_not_lead_out_of_the_folder() {
    FilePattern output = read(SITE + "output: { file: '{site}/{slug}/{id}.txt' }").output();

    assertThat(output).isNotNull();
    assertThat(
            output.file(new FilePattern.Values("..", LocalDate.EPOCH, "../../etc\0$1", "", "/abs")))
        .isEqualTo("_/_.._etc__1/_abs.txt");
  }

  @Test
  void of_two_rules_for_a_host_the_one_with_priority_wins() {
    RuleSet rules = read2(SITE + "match: { priority: 1 }\nrevision: high", SITE + "revision: low");

    assertThat(rules.ruleFor(Url.of("https://www.example.org/")).orElseThrow().revision())
        .isEqualTo("high");
  }

  private static RuleSet read2(String one, String other) {
    RuleReading reading = reading(one, other);
    assertThat(reading.problems()).isEmpty();
    return reading.rules();
  }

  @Test
  void fingerprints_are_asked_by_priority() {
    RuleSet rules =
        read2(
            SITE + "match: { when: body.wp }",
            """
            version: 1
            site: https://other.example/
            match: { when: { meta: generator, contains: Press }, priority: 5 }
            """);

    assertThat(rules.fingerprints()).extracting(SiteRule::name).containsExactly("r1", "r0");
    assertThat(rules.fingerprints().get(0).match().when().get(0).contains()).isEqualTo("Press");
  }
}
