// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-26",
        "2024-01-26T10:15",
        "2024-01-26T10:15:30",
        "2024-01-26T10:15Z",
        "2024-01-26T10:15+03:00"
      })
  void what_was_written_is_read_back_as_exactly(String text) {
    assertThat(Published.parse(text)).hasToString(text);
  }

  @Test
  void a_time_of_day_becomes_an_instant_in_a_zone() {
    assertThat(Published.parse("2024-07-26T10:15").at(ZoneId.of("Asia/Beirut")))
        .isEqualTo(Published.parse("2024-07-26T10:15+03:00"));
  }

  @Test
  void a_day_and_an_instant_stay_what_they_are_in_a_zone() {
    assertThat(Published.parse("2024-07-26").at(ZoneId.of("Asia/Beirut")))
        .isEqualTo(Published.parse("2024-07-26"));
    assertThat(Published.parse("2024-07-26T10:15Z").at(ZoneId.of("Asia/Beirut")))
        .isEqualTo(Published.parse("2024-07-26T10:15Z"));
  }
}
