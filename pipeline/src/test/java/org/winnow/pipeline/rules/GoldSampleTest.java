// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCounts;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.BundledRules;
import org.winnow.siterules.RuleFolder;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

class GoldSampleTest {
  private static final Url URL = Url.of("https://news.example/a?x=1&y=#2");
  private static final String RULE =
      "# Kept\nversion: 1\nsite: https://news.example/   # this too\nextract:\n  body: article\n";
  private static final String PAGE =
      "<title>Harbour</title><h1>Harbour</h1><article><p>The council met on Monday.</p></article>";

  @TempDir Path folder;

  private final FetchedPage page =
      new FetchedPage(
          URL, URL, Instant.EPOCH, 200, List.of(), PAGE.getBytes(StandardCharsets.UTF_8));

  private RuleSet rules() {
    return new RuleReader(JsoupSelectors.INSTANCE)
        .read(BundledRules.sources(), RuleFolder.sources(folder.resolve("rules")))
        .rules();
  }

  private SiteRule rule(String yaml) throws IOException {
    Path file = folder.resolve("rules/news.example/rule.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
    return rules().named("news.example").orElseThrow();
  }

  private StoredArticle article() throws IOException {
    Extracted extracted = (Extracted) new Extractor(rules()).extract(page);
    try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"))) {
      return catalog
          .jdbi()
          .withHandle(
              handle -> {
                Articles.save(
                    handle,
                    extracted.article(),
                    "f",
                    TextCounts.of(extracted.blocks()),
                    true,
                    Instant.EPOCH,
                    List.of(new ArticlePart(URL, new WarcPosition("a.warc.gz", 0))),
                    "");
                return Articles.find(handle, extracted.article().canonical()).orElseThrow();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RULE,
        RULE + "tests:\n  - page: samples/old.html\n    contains: [met]\n\nkeep: figure\n",
        RULE + "tests:\n- { page: samples/old.html }\n# a comment behind\n",
      })
  void the_rule_gets_a_sample_that_its_test_passes(String yaml) throws IOException {
    SiteRule before = rule(yaml);
    StoredArticle article = article();
    String text = "Harbour\n\nThe council met on Monday.\n";

    String written = GoldSample.write(before, article, page, text);

    SiteRule after = rules().named("news.example").orElseThrow();
    assertThat(after.tests()).hasSize(before.tests().size() + 1);
    assertThat(after.tests())
        .filteredOn(test -> test.page().equals(written))
        .singleElement()
        .satisfies(
            test ->
                assertThat(new SampleCheck(new Extractor(rules())).problems(after, test))
                    .isEmpty());
    String now = Files.readString(folder.resolve("rules/news.example/rule.yml"));
    assertThat(now.lines()).containsAll(yaml.lines().toList());
  }

  @Test
  void the_same_article_is_one_sample_however_often_it_is_written() throws IOException {
    StoredArticle article = articleOf(rule(RULE));
    GoldSample.write(rules().named("news.example").orElseThrow(), article, page, "One.\n");
    GoldSample.write(rules().named("news.example").orElseThrow(), article, page, "Two.\n");

    assertThat(rules().named("news.example").orElseThrow().tests()).hasSize(1);
  }

  private StoredArticle articleOf(SiteRule rule) throws IOException {
    assertThat(rule.tests()).isEmpty();
    return article();
  }

  @Test
  void a_rule_whose_tests_are_not_a_list_line_by_line_stays_as_it_is() throws IOException {
    String yaml = RULE + "tests: [{ page: samples/old.html }]\n";
    SiteRule rule = rule(yaml);
    StoredArticle article = article();

    assertThatThrownBy(() -> GoldSample.write(rule, article, page, "Text.\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("tests");
    assertThat(folder.resolve("rules/news.example/rule.yml")).hasContent(yaml);
  }
}
