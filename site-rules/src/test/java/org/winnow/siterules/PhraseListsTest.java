// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseListsTest {
  private static final PhraseLists PHRASES = PhraseLists.bundled();

  @ParameterizedTest
  @CsvFileSource(resources = "phrases-that-match.csv", delimiter = ';')
  void a_line_of_boilerplate_is_known(String line, Preset preset, boolean startsRegion) {
    assertThat(PHRASES.match(line))
        .hasValueSatisfying(
            hit -> {
              assertThat(hit.preset()).isEqualTo(preset);
              assertThat(hit.isHeading()).isEqualTo(startsRegion);
            });
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "prose-that-must-not-match.csv",
      delimiter = '\t',
      quoteCharacter = '`')
  void prose_that_reads_like_boilerplate_is_not_matched(String line) {
    assertThat(PHRASES.match(line)).isEmpty();
    assertThat(PHRASES.match(line + ".")).isEmpty();
  }

  @Test
  void a_phrase_inside_a_longer_line_is_not_matched() {
    assertThat(PHRASES.match("He told us to share this article with the village")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Read more about the new budget of the council", "اقرأ أيضاً عن السوق القديم"})
  void an_opening_without_a_colon_counts_only_where_the_line_is_mostly_link(String line) {
    assertThat(PHRASES.match(line, 0.9)).isPresent();
    assertThat(PHRASES.match(line, 0.2)).isEmpty();
  }

  @Test
  void an_opening_that_goes_on_as_a_sentence_is_prose() {
    assertThat(PHRASES.match("Read more: The minister said that he agreed.")).isEmpty();
    assertThat(PHRASES.match("Read more: The minister agreed")).isPresent();
  }

  @Test
  void a_caption_may_be_a_sentence() {
    assertThat(PHRASES.match("Photo: The minister opened the hall on Monday.")).isPresent();
  }

  @Test
  void names_of_sections_count_only_above_the_first_paragraph() {
    assertThat(PHRASES.match("رياضة"))
        .hasValueSatisfying(hit -> assertThat(hit.zone()).isEqualTo(Zone.HEAD));
    assertThat(PHRASES.match("Share"))
        .hasValueSatisfying(hit -> assertThat(hit.zone()).isEqualTo(Zone.ANYWHERE));
  }

  @Test
  void a_hit_names_language_preset_and_phrase() {
    assertThat(PHRASES.match("Related posts"))
        .hasValueSatisfying(hit -> assertThat(hit.phrase()).isEqualTo("en/related Related posts"));
  }

  @Test
  void a_line_without_words_is_nothing() {
    assertThat(PHRASES.match("")).isEmpty();
    assertThat(PHRASES.match(" \u00A0*\u200F ")).isEmpty();
  }

  @Test
  void a_line_longer_than_any_phrase_is_nothing() {
    assertThat(PHRASES.match("Read more: " + "word ".repeat(200), 1)).isEmpty();
  }
}
