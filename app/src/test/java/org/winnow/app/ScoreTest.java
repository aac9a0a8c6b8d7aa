// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one two_three-4; one two three 4",
        "قال: «أيضاً»؛ محمّد; قال أيضا محم د",
        "老渡口 2024 ab; 老 渡 口 2024 ab",
        "ひらカナ漢字; ひ ら カ ナ 漢 字",
        "한국어 문장; 한국어 문장",
        "สวัสดี; ส ว ส ด",
        "x²½; x²½",
        "' … '; ''",
      })
  void splits_text_into_tokens(String text, String tokens) {
    assertThat(String.join(" ", ScoreTokens.of(text))).isEqualTo(tokens);
  }

  @Test
  void makes_shingles_of_four_tokens() {
    assertThat(ScoreTokens.shingles(List.of("a", "b", "c", "d", "e")))
        .containsExactly("a b c d", "b c d e");
    assertThat(ScoreTokens.shingles(List.of("a", "b"))).containsExactly("a b");
    assertThat(ScoreTokens.shingles(List.of())).isEmpty();
  }

  @Test
  void counts_tokens_as_multisets() {
    TextScore score = TextScore.of(List.of("a", "a", "b", "c"), List.of("a", "a", "a", "d"));

    assertThat(score).isEqualTo(new TextScore(0.5, 0.5));
    assertThat(score.f1()).isEqualTo(0.5);
  }

  @Test
  void gives_an_empty_text_nothing_unless_the_gold_is_empty() {
    assertThat(TextScore.of(List.of("a"), List.of())).isEqualTo(new TextScore(0, 0));
    assertThat(TextScore.of(List.of(), List.of("a")).f1()).isZero();
    assertThat(TextScore.of(List.of(), List.of()).f1()).isEqualTo(1);
  }

  @Test
  void means_f1_of_tokens_over_pages_and_takes_f1_of_mean_shingle_figures() {
    PageScore exact = PageScore.of("a", "en", "a b c d e", "a b c d e", "a b c d e", 1);
    PageScore half = PageScore.of("b", "en", "a b c d e", "a b c d e f g h i j", "x", 1);

    Scores text = Scores.ofText(List.of(exact, half));

    assertThat(text.precision()).isEqualTo(0.75);
    assertThat(text.recall()).isEqualTo(1);
    assertThat(text.f1()).isEqualTo((1 + 2.0 / 3) / 2);
    double meanPrecision = (1 + 2.0 / 7) / 2;
    assertThat(text.shingleF1()).isEqualTo(2 * meanPrecision / (1 + meanPrecision), within(1e-12));
    assertThat(Scores.ofBody(List.of(half)).f1()).isZero();
  }
}
