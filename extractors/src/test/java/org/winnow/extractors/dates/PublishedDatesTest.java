// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Published;
import org.winnow.corpus.Url;

class PublishedDatesTest {
  private static final Instant FETCHED = Instant.parse("2026-06-15T12:00:00Z");

  @ParameterizedTest
  @CsvFileSource(resources = "dates.csv", delimiter = '|')
  void a_text_is_read_as_the_date_that_it_names(String text, String date, String language) {
    assertThat(
            PublishedDates.parse(text, FETCHED, language == null ? "" : language)
                .map(Published::toString)
                .orElse("none"))
        .isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "/2024/01/26/title, 2024-01-26",
    "/news/2024-01-26-title, 2024-01-26",
    "/news/20240126/123456.html, 2024-01-26",
    "/world/2024/jan/26/title, 2024-01-26",
    "/n1/2024/0126/c1001-40166.html, 2024-01-26",
    "/2024/1/6, 2024-01-06",
    "/news/title-2024_01_26.html, 2024-01-26",
    "/article/2145710, none",
    "/2024/01/title, none",
    "/2024/13/45/title, none",
    "/2031/01/26/title, none",
    "/248/150719-title, none",
    "/, none"
  })
  void a_path_is_read_as_the_date_that_it_names(String path, String date) {
    assertThat(
            PublishedDates.inPath(Url.of("https://news.example" + path), FETCHED)
                .map(Published::toString)
                .orElse("none"))
        .isEqualTo(date);
  }

  @Test
  void relative_dates_need_the_time_of_the_fetch() {
    assertThat(PublishedDates.parse("3 hours ago", null)).isEmpty();
  }

  @Test
  void a_long_text_is_read_only_at_its_beginning() {
    String text = "a1 ".repeat(1_000_000) + "26 January 2024";
    assertThat(PublishedDates.parse(text, FETCHED)).isEmpty();
  }
}
