// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.StoredArticle;
import org.winnow.extractors.SiteTitles;
import org.winnow.pipeline.Progress;
import org.winnow.pipeline.Reextraction;
import org.winnow.pipeline.rules.ImpactPreview.Rules;
import org.winnow.pipeline.rules.ImpactRow.Change;

class ImpactPreviewTest {
  private static final String WITHOUT_NOTES =
      StoredSite.RULE + "remove:\n  selectors: .market-notes\n";
  private static final String WITHOUT_PARAGRAPHS =
      StoredSite.RULE + "remove:\n  selectors: '.story-text > p:nth-of-type(2)'\n";

  private record Uncounted() implements Progress {
    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  @TempDir private Path folder;
  private StoredSite site;
  private Set<Long> approved = Set.of();
  private final List<ImpactRow> rows = new ArrayList<>();

  @BeforeEach
  void store() throws IOException {
    site = new StoredSite(folder, 12);
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  private ImpactPreview preview() {
    return new ImpactPreview(site.catalog.jdbi(), site.archive, new SiteTitles(), () -> approved);
  }

  private Rules rules(String after) {
    RuleFiles files = site.files();
    return new Rules(
        files.readAlone(StoredSite.NAME, StoredSite.RULE).rules(),
        files.readAlone(StoredSite.NAME, after).rules(),
        StoredSite.NAME);
  }

  private ImpactTotals run(String after) {
    return preview().run(rules(after), 50, rows::add, () -> false);
  }

  @Test
  void the_same_rule_changes_nothing() {
    assertThat(run(StoredSite.RULE)).isEqualTo(new ImpactTotals(12, 12, 0, 0, 0, 0, List.of()));
    assertThat(rows).hasSize(12).allMatch(row -> row.lost() == 0 && row.gained() == 0);
  }

  @Test
  void it_says_what_an_extraction_with_the_edited_rule_then_does() throws IOException {
    ImpactTotals totals = run(WITHOUT_NOTES);
    StoredArticle article = site.articles().get(3);
    String before = site.text(article);
    List<WordDiff.Line> shown = preview().diff(rules(WITHOUT_NOTES), article.url());

    Files.writeString(site.rules.resolve("valley.example/rule.yml"), WITHOUT_NOTES);
    Reextraction again =
        new Reextraction(
            site.catalog.jdbi(),
            site.archive,
            site.data.texts(),
            site.files().read().rules(),
            false);
    again.run(null, null, 1, steps -> new Uncounted());

    assertThat(again.summary()).startsWith(totals.changed() + " articles changed");
    assertThat(totals.changed()).isEqualTo(12);
    assertThat(shown).isEqualTo(WordDiff.between(before, site.text(article))).isNotEmpty();
  }

  @Test
  void a_body_that_is_found_nowhere_leaves_no_text() {
    String rule = StoredSite.RULE.replace(".story-text", ".gone") + "fallback: none\n";
    assertThat(run(rule).empty()).isEqualTo(12);
    assertThat(rows).allMatch(row -> row.change() == Change.EMPTY && !row.reason().isEmpty());
  }

  @Test
  void an_approved_text_that_loses_more_than_a_fiftieth_wants_a_reason() {
    approved = Set.of(site.articles().get(5).id());
    ImpactTotals totals = run(WITHOUT_PARAGRAPHS);
    rows.sort(ImpactRow.BY_CHANGE);

    assertThat(totals.losses()).isEqualTo(1);
    assertThat(totals.needsReason()).isTrue();
    assertThat(rows.get(0).isBlocking()).isTrue();
    assertThat(rows.get(0).url()).isEqualTo(site.articles().get(5).url());
  }

  @Test
  void an_approved_text_that_is_older_than_the_pages_asked_for_is_looked_at_too() {
    approved = Set.of(site.articles().get(0).id());
    ImpactTotals totals = preview().run(rules(WITHOUT_PARAGRAPHS), 3, rows::add, () -> false);

    assertThat(totals.pages()).isEqualTo(4);
    assertThat(totals.losses()).isEqualTo(1);
  }

  @Test
  void an_unapproved_text_may_lose_what_it_wants() {
    assertThat(run(WITHOUT_PARAGRAPHS).needsReason()).isFalse();
  }

  @Test
  void a_sample_that_would_fail_is_named() throws IOException {
    Path samples = Files.createDirectories(site.rules.resolve("valley.example/samples"));
    Files.writeString(samples.resolve("a.html"), StoredSite.html(1));
    String tests =
        """
        tests:
          - page: samples/a.html
            url: https://valley.example/story/1
            contains: [ 'Paragraph 2 of story 1' ]
        """;
    RuleFiles files = site.files();
    Rules rules =
        new Rules(
            files.readAlone(StoredSite.NAME, StoredSite.RULE + tests).rules(),
            files.readAlone(StoredSite.NAME, WITHOUT_PARAGRAPHS + tests).rules(),
            StoredSite.NAME);

    ImpactTotals totals = preview().run(rules, 1, rows::add, () -> false);

    assertThat(totals.brokenSamples()).containsExactly("samples/a.html");
    assertThat(totals.needsReason()).isTrue();
  }

  @Test
  void it_ends_when_it_is_cancelled() {
    AtomicBoolean isEnough = new AtomicBoolean();
    ImpactTotals totals =
        preview()
            .run(
                rules(WITHOUT_NOTES),
                50,
                row -> {
                  rows.add(row);
                  isEnough.set(rows.size() == 3);
                },
                isEnough::get);

    assertThat(rows).hasSize(3);
    assertThat(totals.done()).isEqualTo(3);
  }

  @Test
  void no_more_pages_are_looked_at_than_asked_for() {
    assertThat(preview().run(rules(WITHOUT_NOTES), 5, rows::add, () -> false).pages()).isEqualTo(5);
    assertThat(rows).extracting(ImpactRow::url).contains(StoredSite.url(12));
  }
}
