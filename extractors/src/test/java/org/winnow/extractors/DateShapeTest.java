// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateShapeTest {
  private static final DateShape DATES = new DateShape();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "26 January",
        "26 كانون الثاني",
        "GMT 21:03 2025 الأربعاء ,22 كانون الثاني / يناير",
        "الجمعة، ٣ أيار ٢٠٢٤ الساعة ١٠:٣٠",
        "22 غشت 2023",
        "14. März 2024, 08:30 Uhr",
        "Donnerstag, 14.03.2024",
        "le 4 avril 2023 à 10h15",
        "05.02.2024 - 10:20",
        "12 فروردین 1402",
        "16 января 2023, 17:10",
        "2024年1月26日 10:30",
        "2024-01-26T10:30:00Z",
        "Thursday 15th December 2011",
      })
  void knows_a_date(String line) {
    assertThat(DATES.isDate(TextLine.of(1, line))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "May",
        "1984",
        "12 monkeys",
        "March 14 in Berlin",
        "3 : 2",
        "10:30",
        "26 كانون الثاني في بغداد",
        "Chapter 12",
        "12, 14, 16",
      })
  void knows_what_is_no_date(String line) {
    assertThat(DATES.isDate(TextLine.of(1, line))).isFalse();
  }
}
