// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.winnow.extractors.RulePages.ADDRESS;
import static org.winnow.extractors.RulePages.FIRST;
import static org.winnow.extractors.RulePages.PROSE;
import static org.winnow.extractors.RulePages.SECOND;
import static org.winnow.extractors.RulePages.extracted;
import static org.winnow.extractors.RulePages.extraction;
import static org.winnow.extractors.RulePages.page;
import static org.winnow.extractors.RulePages.rules;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.LabelledBlock;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;

class RuleLanguageTest {
  private static final String META =
      "<meta name=writer content='Meta Writer'>"
          + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
          + "\"author\":[{\"name\":\"Ada\"},{\"name\":\"Eve\"}]}</script>";
  private static final String BYLINE =
      "<div class=by>Written by <b>Ann Reed</b> | staff</div><p class=who>Bo</p><p class=who>Cy</p>"
          + "<span class=outer><i data-n=Dan>x</i> Dan Low</span>"
          + "<p>Report: Fay Hill</p>";

  private static String byline(String value) {
    String html = META + BYLINE + "<article>" + PROSE + "</article>";
    return String.valueOf(
        extracted("extract: { body: article, author: " + value + " }", html).article().byline());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'.by b'; Ann Reed",
        "{ css: .by, after: 'Written by', before: '|' }; Ann Reed",
        "[ { css: .by, after: 'Photo by' }, .who ]; Bo",
        "{ css: .who, nth: 2 }; Cy",
        "{ css: .who, nth: -2 }; Bo",
        "[ { css: .who, nth: 3 }, { const: Staff } ]; Staff",
        "{ css: .who, all: true }; Bo, Cy",
        "{ css: i, attr: data-n }; Dan",
        "{ css: i, closest: .outer }; x Dan Low",
        "{ meta: writer }; Meta Writer",
        "{ jsonld: author.name }; Ada",
        "{ jsonld: author.name, all: true }; Ada, Eve",
        "{ url: '/([a-z]+)\\.html$' }; ferry",
        "{ match: '^Report: (.+)$' }; Fay Hill",
        "{ match: 'Fay \\w+' }; Fay Hill",
        "{ xpath: '//div[@class=\"by\"]/b' }; Ann Reed",
        "{ xpath: '//i/@data-n' }; Dan",
        "{ xpath: '//p[@class=\"who\"]/text()', all: true }; Bo, Cy",
        "{ xpath: 'substring-after(//p[3], \"Report: \")' }; Fay Hill",
        "{ xpath: 'concat(//b, \" & \", //p[@class=\"who\"][2])' }; Ann Reed & Cy",
        "{ xpath: 'count(//p[@class=\"who\"])' }; 2"
      })
  void a_value_comes_from_where_its_selector_says(String value, String byline) {
    assertThat(byline(value)).isEqualTo(byline);
  }

  @Test
  void what_clean_matches_is_taken_out_of_the_value() {
    String rule =
        "extract: { title: h1, author: .a, body: article,"
            + " clean: { title: ' - Daily$', author: [ '^By ', ', Reporter$' ] } }";
    Extracted extracted =
        extracted(rule, "<h1>The ferry - Daily</h1><p class=a>By Ann, Reporter<article>" + PROSE);

    assertThat(extracted.article().headline()).isEqualTo("The ferry");
    assertThat(extracted.article().byline()).isEqualTo("Ann");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{ css: .d, format: 'dd-MM-uuuu HH.mm', timezone: Asia/Beirut };"
            + " 05-03-2024 17.30; 2024-03-05T17:30+02:00",
        "{ css: .d, format: 'dd-MM-uuuu HH.mm' }; 05-03-2024 17.30; 2024-03-05T17:30",
        "{ css: .d, format: 'd MMM uuuu', locale: fr }; 5 mars 2024; 2024-03-05",
        "{ css: .d, locale: en-US }; 03/05/2024; 2024-03-05",
        "{ css: .d, timezone: Asia/Dubai }; 5 March 2024 17:30; 2024-03-05T17:30+04:00",
        "[ { css: .d, format: 'uuuu' }, { url: '/(\\d{4}/\\d\\d/\\d\\d)/' } ];"
            + " 5 March 2024; 2024-05-17"
      })
  void a_date_is_read_as_the_rule_says(String value, String written, String date) {
    Extracted extracted =
        extracted(
            "extract: { body: article, date: " + value + " }",
            "<p class=d>" + written + "</p><article>" + PROSE);

    assertThat(extracted.article().published()).hasToString(date);
  }

  @Test
  void which_alternative_found_each_part_is_recorded() {
    Extracted extracted =
        extracted(
            "extract: { title: [ h3, h1 ], author: .none, body: [ .text, article ] }",
            "<h1>The ferry</h1><article>" + PROSE);

    assertThat(extracted.use().hits())
        .extracting(hit -> hit.field() + hit.alternative() + " " + hit.mark())
        .containsExactlyInAnyOrder("title1 r.yml:4:25", "body1 r.yml:4:61");
    assertThat(extracted.use().isFallback()).isFalse();
    assertThat(extracted.use().layout()).isEmpty();
  }

  @Test
  void elements_may_be_chosen_by_xpath() {
    Extracted extracted =
        extracted(
            "extract: { body: { xpath: '//div[p and not(@id)]' } }\n"
                + "remove: { selectors: { xpath: '//p[contains(., \"boat\")]' } }",
            "<div id=x><p>" + SECOND + "</div><div>" + PROSE + "</div>");

    assertThat(extracted.article().body()).containsExactly(FIRST);
  }

  @Test
  void xpath_on_a_huge_page_finds_nothing_in_time() {
    String html = "<i>a</i>".repeat(40_000) + "<article>" + PROSE + "</article>";
    String rule = "extract: { body: article, author: { xpath: '//i[preceding-sibling::b]' } }";

    Extracted extracted =
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> extracted(rule, html));

    assertThat(extracted.use().hits()).extracting(FieldHit::field).containsExactly("body");
  }

  @Test
  void a_section_is_extracted_in_its_own_way() {
    String rule =
        """
        extract: { body: .none }
        sections:
          - { urls: /2024/, extract: { body: article } }
          - { urls: /2024/05/live/, skip: true }
        """;
    Extractor extractor = new Extractor(rules(rule));

    Extraction article = extractor.extract(page(ADDRESS, "<article>" + PROSE));
    Extraction live =
        extractor.extract(page("https://www.example.org/2024/05/live/1", "<article>" + PROSE));
    Extraction other = extractor.extract(page("https://www.example.org/1", "<article>" + PROSE));

    assertThat(((Extracted) article).use().layout()).isEqualTo("sections[0]");
    assertThat(((NothingFound) live).reason())
        .isEqualTo("sections[1] of the rule r has no articles (r.yml:7:5)");
    assertThat(other).isInstanceOf(NothingFound.class);
  }

  @Test
  void an_old_page_is_extracted_by_the_layout_of_its_day() {
    String rule =
        "extract: { body: article }\nhistory: { until: 2020-12-31, extract: { body: '#old' } }";
    byte[] html = ("<article>" + PROSE + "</article><div id=old><p>" + SECOND).getBytes(UTF_8);
    Extractor extractor = new Extractor(rules(rule));

    Extraction then = extractor.extract(page(ADDRESS, Instant.parse("2020-12-31T23:00:00Z"), html));
    Extraction now = extractor.extract(page(ADDRESS, Instant.parse("2021-01-01T01:00:00Z"), html));

    assertThat(((Extracted) then).use().layout()).isEqualTo("history[0]");
    assertThat(((Extracted) then).article().body()).containsExactly(SECOND);
    assertThat(((Extracted) now).article().body()).containsExactly(FIRST, SECOND);
  }

  @Test
  void a_page_of_another_host_is_known_by_its_fingerprint() {
    Extractor extractor =
        new Extractor(
            rules(
                "match: { when: { meta: generator, contains: Press } }\nextract: { body: .a }",
                "match: { when: 'body.b' }\nextract: { body: .b }"));
    String html = "<div class=a><p>" + FIRST + "</div><div class=b><p>" + SECOND + "</div>";
    String address = "https://elsewhere.example/1";

    Extraction press =
        extractor.extract(page(address, "<meta name=generator content='Press 6'>" + html));
    Extraction b = extractor.extract(page(address, "<body class=b>" + html));
    Extraction neither = extractor.extract(page(address, html));

    assertThat(((Extracted) press).article().rule()).isEqualTo("r");
    assertThat(((Extracted) b).article().rule()).isEqualTo("r#2");
    assertThat(((Extracted) neither).article().rule()).isEqualTo("auto");
  }

  @Test
  void the_source_is_changed_before_it_is_parsed() {
    Extracted extracted =
        extracted(
            "extract: { body: article, htmlReplace: [ { find: '[br]', with: '<p>' },"
                + " { regex: '<!--more(.)-->', with: 'm$1' } ] }",
            "<article><p>" + FIRST + "[br]" + SECOND + " And <!--moreX-->.");

    assertThat(extracted.article().body()).containsExactly(FIRST, SECOND + " And mX.");
  }

  @Test
  void the_charset_of_the_rule_holds_whatever_the_page_says() {
    String text = "عبارة النهر تعبر كل ساعة من نيسان حتى أول صقيع في الخريف.";
    byte[] html =
        ("<meta charset=utf-8><article><p>" + text + "</p>")
            .getBytes(Charset.forName("windows-1256"));
    Extractor extractor =
        new Extractor(rules("fetch: { charset: windows-1256 }\nextract: { body: article }"));

    Extraction extraction = extractor.extract(page(ADDRESS, Instant.EPOCH, html));

    assertThat(((Extracted) extraction).article().body()).containsExactly(text);
  }

  @Test
  void json_ld_that_is_not_to_be_believed_is_ignored() {
    String html = META + "<article>" + PROSE;

    assertThat(extracted("extract: { body: article }", html).article().byline()).contains("Ada");
    assertThat(extracted("extract: { body: article, jsonld: ignore }", html).article().byline())
        .isNull();
  }

  @Test
  void the_body_begins_and_ends_where_the_rule_says() {
    Extracted extracted =
        extracted(
            "extract: { body: article }\nremove: { startAfter: Listen now, cutAt: Imprint }",
            "<article><p>Menu of today</p><p>Listen now:</p>" + PROSE + "<p>Imprint</p><p>Us</p>");

    assertThat(extracted.article().body()).containsExactly(FIRST, SECOND);
    assertThat(reason(extracted, "Menu of today"))
        .isEqualTo("site:remove.startAfter[0] Listen now");
  }

  @Test
  void a_region_may_end_before_a_selector() {
    Extracted extracted =
        extracted(
            "extract: { body: article }\n"
                + "remove: { blocks: { heading: Seen, until: { selector: '.next' } } }",
            "<article>" + PROSE + "<p>Seen</p><h3>One</h3><p>Two</p><div class=next>" + PROSE);

    assertThat(extracted.article().body()).startsWith(FIRST, SECOND).doesNotContain("One", "Two");
    assertThat(reason(extracted, "One")).isEqualTo("site:remove.blocks[0] Seen");
  }

  @Test
  void a_body_that_is_not_found_falls_back_only_if_the_rule_says_so() {
    String html = "<h1>The ferry</h1><div>" + PROSE.repeat(3) + "</div>";

    assertThat(extraction("extract: { body: .none }", html)).isInstanceOf(NothingFound.class);
    Extracted extracted = extracted("extract: { body: .none }\nfallback: auto", html);
    assertThat(extracted.article().body()).contains(FIRST);
    assertThat(extracted.use().isFallback()).isTrue();
  }

  @Test
  void an_article_that_fails_its_gates_says_which() {
    Extracted extracted =
        extracted(
            """
            extract: { body: article }
            languages: { expect: ar }
            quality:
              { minWords: 60, require: [ subtitle, body ], forbid: '^In winter', pageType: article }
            """,
            "<html lang=en><article>" + PROSE);

    assertThat(extracted.isAccepted()).isFalse();
    assertThat(extracted.failedGates())
        .extracting(FailedGate::gate)
        .containsExactlyInAnyOrder(
            "quality.minWords",
            "quality.require",
            "quality.forbid",
            "quality.pageType",
            "languages.expect");
    assertThat(extracted.failedGates().get(0).reason())
        .isEqualTo("the body has 29 words, fewer than 60");
  }

  @Test
  void an_article_that_passes_its_gates_is_accepted() {
    Extracted extracted =
        extracted(
            """
            extract: { body: article, date: { url: '/(\\d{4}/\\d\\d/\\d\\d)/' } }
            languages: { expect: [ ar, en ] }
            quality: { minWords: 20, require: [ title, date ], forbid: 'Code' }
            """,
            "<html lang=en><h1>The ferry</h1><article>" + PROSE);

    assertThat(extracted.failedGates()).isEmpty();
  }

  @Test
  void the_scripts_of_a_bilingual_page_are_parted() {
    String arabic = "عبارة النهر تعبر كل ساعة من نيسان حتى أول صقيع في الخريف كما يقول الناس.";
    String html = "<article><p>" + FIRST + "<p>" + arabic + "<p>" + SECOND + "<p>" + arabic + " 2";

    Extracted extracted =
        extracted("extract: { body: article }\nlanguages: { split: script }", html);
    Extracted untouched = extracted("extract: { body: article }", html);

    assertThat(extracted.article().body()).containsExactly(FIRST, SECOND, arabic, arabic + " 2");
    assertThat(untouched.article().body()).containsExactly(FIRST, arabic, SECOND, arabic + " 2");
  }

  @Test
  void a_quotation_in_another_script_stays_in_its_place() {
    List<String> blocks = List.of(FIRST, "كلمة واحدة", SECOND, FIRST);

    assertThat(ScriptParts.ordered(blocks)).isEqualTo(blocks);
  }

  @Test
  void a_page_that_discovery_denies_holds_no_article() {
    Extraction extraction =
        extraction("discover: { articles: { allow: '/\\d+$' } }", "<article>" + PROSE);

    assertThat(((NothingFound) extraction).reason()).startsWith("discover.articles of the rule r");
  }

  @Test
  void the_page_with_the_whole_article_is_named() {
    Extracted extracted =
        extracted(
            "extract: { body: article, fullPage: a.all }",
            "<a class=all href='?print=1'>all</a><article>" + PROSE);

    assertThat(extracted.fullPage()).hasToString(ADDRESS + "?print=1");
    assertThat(extracted.nextPage()).isNull();
  }

  private static String reason(Extraction extraction, String text) {
    List<LabelledBlock> blocks = extraction.blocks();
    return Objects.requireNonNull(
        blocks.stream()
            .filter(block -> block.block().text().equals(text))
            .map(LabelledBlock::reason)
            .findFirst()
            .orElse(null));
  }
}
