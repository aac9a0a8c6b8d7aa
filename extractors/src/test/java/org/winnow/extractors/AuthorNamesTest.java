// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Ann Lee > Ann Lee",
        "By Ann Lee > Ann Lee",
        "BY ANN LEE > ANN LEE",
        "By: Ann Lee > Ann Lee",
        "Written by Ann Lee and Bob Stone > Ann Lee;Bob Stone",
        "Ann Lee, Bob Stone & Carl Moss > Ann Lee;Bob Stone;Carl Moss",
        "Ann Lee, Senior Reporter > Ann Lee",
        "Ann Lee | Staff writer > Ann Lee",
        "Lee, Ann > Lee, Ann",
        "José Ortega y Gasset > José Ortega y Gasset",
        "Von Anna Berg und Karl Stein > Anna Berg;Karl Stein",
        "Anna Berg, Redakteurin > Anna Berg",
        "Par Anne Dubois et Jean Martin > Anne Dubois;Jean Martin",
        "Por Ana Ruiz > Ana Ruiz",
        "Door Jan Visser > Jan Visser",
        "Автор: Анна Иванова > Анна Иванова",
        "بقلم: محمد صالح > محمد صالح",
        "كتب محمد صالح > محمد صالح",
        "كتبت: سارة علي > سارة علي",
        "إعداد محمد صالح وسارة علي > محمد صالح;سارة علي",
        "محمد صالح، مراسل > محمد صالح",
        "نویسنده: سارا احمدی > سارا احمدی",
        "作者：王小明 > 王小明",
        "文/王小明 > 王小明",
        "記者 王小明 > 王小明",
        "admin > ''",
        "https://example.org/ann > ''",
        "ann@example.org > ''",
        "Follow > ''"
      })
  void the_names_stand_without_what_is_around_them(String text, String names) {
    List<String> wanted = names.isEmpty() ? List.of() : Arrays.asList(names.split(";", -1));
    assertThat(AuthorNames.of(List.of(text))).isEqualTo(wanted);
  }
}
