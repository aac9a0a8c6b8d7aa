// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  /** What CLDR itself gives to two months, or to a month and a weekday, cannot be told apart. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ar", "ar_DZ", "ar_EG", "ar_IQ", "ar_LB", "ar_MA", "ar_MR", "ar_SA", "ar_TN", "af", "am",
        "as", "ast", "az", "be", "bg", "bn", "bs", "ca", "ckb", "cs", "cy", "da", "de", "de_AT",
        "el", "en", "es", "et", "eu", "fa", "fi", "fil", "fo", "fr", "ga", "gd", "gl", "gu", "he",
        "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "jv", "ka", "kk", "km", "kn", "ko", "ku",
        "ky", "lb", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "mt", "nb", "ne", "nl", "nn",
        "or", "pa", "pl", "ps", "pt", "ro", "ru", "sd", "si", "sk", "sl", "so", "sq", "sr",
        "sr_Latn", "sv", "sw", "ta", "te", "tg", "th", "ti", "tk", "tr", "tt", "ug", "uk", "ur",
        "uz", "vi", "yi", "zh", "zh_TW", "zu"
      })
  void every_month_is_read_back_as_CLDR_writes_it(String language) {
    ULocale locale = new ULocale(language);
    for (int style : List.of(DateFormat.FULL, DateFormat.LONG)) {
      DateFormat format = DateFormat.getDateInstance(style, locale);
      format.setTimeZone(TimeZone.GMT_ZONE);
      for (int month = 1; month <= 12; month++) {
        LocalDate day = LocalDate.of(2024, month, 26);
        String text = format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        assertThat(PublishedDates.parse(text, FETCHED, locale.toLanguageTag()).map(Published::date))
            .as(text)
            .contains(day);
      }
    }
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
