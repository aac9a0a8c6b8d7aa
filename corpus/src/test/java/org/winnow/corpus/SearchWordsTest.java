// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
  @ParameterizedTest
  @CsvSource({
    "أحمد إلى آخر ٱلكتاب, احمد الي اخر الكتاب",
    "مدرسة على, مدرسه علي",
    "العَرَبِيَّةُ, العربيه",
    "كـــتاب, كتاب",
    "مؤتمر مسائل, موتمر مسايل",
    "کتاب فارسی, كتاب فارسي",
    "٢٠٢٤ ۱۴, 2024 14",
    "Élysée NAÏVE, elysee naive",
    "'a,b-c…d', a b c d",
    "東京都, 東 京 都",
  })
  void what_writers_do_not_agree_on_is_folded(String written, String folded) {
    assertThat(SearchWords.of(written)).isEqualTo(folded);
  }

  @Test
  void an_arabic_word_is_searched_for_with_and_without_its_article() {
    assertThat(SearchWords.query("الانتخابات").orElseThrow())
        .contains("\"انتخابات\"*", "\"والانتخابات\"*", "\"للانتخابات\"*", "\"وانتخابات\"*");
  }

  @Test
  void what_is_quoted_is_a_phrase() {
    assertThat(SearchWords.query("vote \"the big day\""))
        .contains("(\"vote\"*) AND \"the big day\"*");
  }

  @ParameterizedTest
  @CsvSource({"' '", "'\"\"'", "'* ( ) : - ^'", "'\"'"})
  void signs_alone_are_no_words(String typed) {
    assertThat(SearchWords.query(typed)).isEmpty();
  }

  @Test
  void a_search_is_no_longer_than_a_dozen_words() {
    String words = "word ".repeat(1_000);

    assertThat(SearchWords.query(words).orElseThrow().split(" AND ")).hasSize(12);
  }
}
