// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchRequest.Kind;

class VisitTest {
  private static final Url URL = Url.of("https://site.test/a");
  private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "'', PT24H",
    "'Tue, 20 Jan 2026 11:00:00 GMT', PT1H",
    "'Sat, 10 Jan 2026 12:00:00 GMT', PT24H",
    "'Tue, 20 Jan 2015 12:00:00 GMT', PT336H",
    "'no date', PT24H"
  })
  void the_first_pause_is_a_tenth_of_a_pages_age(String lastModified, Duration interval) {
    assertThat(fetched(row(null, Duration.ZERO), Kind.PAGE, lastModified, true).interval())
        .isEqualTo(interval);
  }

  @ParameterizedTest
  @CsvSource({
    "PT24H, true, PT12H",
    "PT24H, false, PT36H",
    "PT12M, true, PT10M",
    "PT300H, false, PT336H"
  })
  void what_changes_is_looked_at_sooner_between_ten_minutes_and_two_weeks(
      Duration last, boolean isChanged, Duration interval) {
    assertThat(fetched(row(NOW, last), Kind.PAGE, "", isChanged).interval()).isEqualTo(interval);
  }

  @Test
  void a_feed_is_looked_at_in_every_run_until_it_has_nothing_new() {
    Visit first = fetched(row(null, Duration.ZERO), Kind.FEED, "", true);
    Visit second = Visit.notModified(row(NOW, first.interval()));

    assertThat(first.interval()).isZero();
    assertThat(second.interval()).isEqualTo(Visit.SHORTEST);
  }

  @Test
  void what_is_gone_is_looked_at_again_after_two_weeks() {
    assertThat(Visit.gone(row(NOW, Duration.ofDays(1))).interval()).isEqualTo(Visit.LONGEST);
  }

  private static Visit fetched(FrontierRow row, Kind kind, String lastModified, boolean isChanged) {
    List<FetchedPage.Header> headers =
        lastModified.isEmpty()
            ? List.of()
            : List.of(new FetchedPage.Header("Last-Modified", lastModified));
    FetchedPage page = new FetchedPage(URL, URL, NOW, 200, headers, new byte[0]);
    return Visit.fetched(row, kind, page, isChanged);
  }

  private static FrontierRow row(@Nullable Instant visited, Duration interval) {
    return new FrontierRow(
        1, URL, "site.test", Kind.PAGE, Link.PLAIN, 1, 0, 0, null, null, null, interval, visited);
  }
}
