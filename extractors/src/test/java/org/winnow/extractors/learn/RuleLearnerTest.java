// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

class RuleLearnerTest {
  private final RuleLearner learner = new RuleLearner();

  private LearnedRule learn(LearnSite site, int pages) {
    return learner.learn(site.pages(pages)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ferrypost", "talblatt", "rimal"})
  void the_rule_of_three_pages_is_the_one_on_file(String name) {
    LearnSite site = new LearnSite(name);
    assertThat(learn(site, 3).yaml()).isEqualTo(site.file("rule.yml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ferrypost", "talblatt", "rimal"})
  void the_rule_gives_the_exact_text_of_a_page_that_it_was_not_learned_from(String name) {
    LearnSite site = new LearnSite(name);
    String yaml = learn(site, 3).yaml();
    assertThat(LearnSite.text(yaml, site.heldOut())).isEqualTo(site.gold());
  }

  @ParameterizedTest
  @ValueSource(strings = {"talblatt", "rimal"})
  void the_rule_does_better_than_no_rule(String name) {
    LearnSite site = new LearnSite(name);
    assertThat(LearnSite.automatic(site.heldOut())).isNotEqualTo(site.gold());
  }

  @ParameterizedTest
  @CsvSource({"ferrypost, .story-text", "talblatt, [itemprop=articleBody]", "rimal, .nass"})
  void two_pages_are_enough_for_the_body_and_are_called_low_evidence(String name, String body) {
    LearnedRule rule = learn(new LearnSite(name), 2);
    assertThat(rule.yaml()).contains("- " + quoted(body) + "   # ");
    assertThat(rule.remarks().get(0)).startsWith("Low evidence: only 2 pages");
  }

  private static String quoted(String css) {
    return css.startsWith(".s") ? css : "'" + css + "'";
  }

  @Test
  void one_page_teaches_nothing() {
    assertThat(learner.learn(new LearnSite("rimal").pages(1))).isEmpty();
  }

  @Test
  void no_pages_teach_nothing() {
    assertThat(learner.learn(List.of())).isEmpty();
  }

  @Test
  void the_same_page_twice_is_one_page() {
    FetchedPage page = new LearnSite("rimal").pages(1).get(0);
    assertThat(learner.learn(List.of(page, page))).isEmpty();
  }

  @Test
  void pages_without_an_article_are_left_out_with_the_reason() {
    List<FetchedPage> pages = new ArrayList<>(new LearnSite("ferrypost").pages(3));
    pages.add(
        LearnSite.page(
            "<link rel=canonical href=https://ferrypost.example/><a href=/1>One</a> <a href=/2>Two</a>"));
    LearnedRule rule = learner.learn(pages).orElseThrow();
    assertThat(rule.leftOut())
        .containsExactly("https://ferrypost.example/: no article is found on it");
    assertThat(rule.samples()).hasSize(3);
  }

  @Test
  void pages_of_another_layout_are_left_out_with_the_reason() {
    List<FetchedPage> pages = new ArrayList<>(new LearnSite("ferrypost").pages(3));
    pages.add(new LearnSite("rimal").pages(1).get(0));
    assertThat(learner.learn(pages).orElseThrow().leftOut())
        .containsExactly("http://rimal.example/khabar/71: it has another layout than most");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ferrypost", "talblatt", "rimal"})
  void no_selector_holds_on_to_a_made_name_or_a_position(String name) {
    assertThat(learn(new LearnSite(name), 3).yaml())
        .doesNotContain("css-")
        .doesNotContain("nth-")
        .doesNotContain("first-")
        .doesNotContain(":eq(");
  }

  @Test
  void a_sample_reads_the_same_without_the_header_that_names_its_charset() {
    LearnSite site = new LearnSite("rimal");
    List<FetchedPage> pages = site.pages(3).stream().map(page -> in(page, "windows-1256")).toList();
    LearnedRule rule = learner.learn(pages).orElseThrow();
    LearnedRule.Sample sample = rule.samples().get(0);
    FetchedPage bare =
        new FetchedPage(sample.url(), sample.url(), Instant.EPOCH, 200, List.of(), sample.page());
    assertThat(LearnSite.text(rule.yaml(), bare)).isEqualTo(sample.text());
    assertThat(sample.text()).startsWith("مزارعو الوادي يحفرون");
  }

  /** The page in another charset, which only the header names. */
  private static FetchedPage in(FetchedPage page, String charset) {
    String html =
        new String(page.body(), StandardCharsets.UTF_8).replace("<meta charset=\"utf-8\">", "");
    return new FetchedPage(
        page.requested(),
        page.url(),
        page.fetched(),
        200,
        List.of(new FetchedPage.Header("Content-Type", "text/html; charset=" + charset)),
        html.getBytes(Charset.forName(charset)));
  }

  @Test
  void hostile_names_do_not_break_the_rule() {
    List<FetchedPage> pages = new ArrayList<>();
    for (FetchedPage page : new LearnSite("rimal").pages(3)) {
      String html =
          new String(page.body(), StandardCharsets.UTF_8)
              .replace("class=\"nass\"", "class=\"a]b 'c' x:y #z\" id=\"> * {\" data-x=\"]}\"");
      pages.add(LearnSite.page(html));
    }
    LearnedRule rule = learner.learn(pages).orElseThrow();
    assertThat(LearnSite.reading(rule.yaml()).problems()).isEmpty();
  }

  @Test
  void the_rule_is_for_the_site_of_the_pages() {
    assertThat(learn(new LearnSite("talblatt"), 3).site())
        .isEqualTo(Url.of("https://www.talblatt.example/"));
  }
}
