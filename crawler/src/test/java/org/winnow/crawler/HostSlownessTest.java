// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.NotModified;

class HostSlownessTest {
  private static final Failed BUSY = Failed.forNow("http 429", "");
  private static final Duration DELAY = Duration.ofMillis(500);

  private static final Url PAGE = Url.of("https://site.test/");
  private static final NotModified UNCHANGED =
      new NotModified(new FetchedPage(PAGE, PAGE, Instant.EPOCH, 304, List.of(), new byte[0]));

  private final HostSlowness slowness = new HostSlowness();

  @Test
  void a_host_that_has_too_much_to_do_is_asked_twice_as_slowly_each_time() {
    assertThat(slowness.after("a", BUSY, DELAY)).isEqualTo(Duration.ofSeconds(1));
    assertThat(slowness.after("a", BUSY, DELAY)).isEqualTo(Duration.ofSeconds(2));
    assertThat(slowness.after("b", BUSY, DELAY)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_host_that_answers_comes_back_to_its_usual_delay_by_itself() {
    slowness.after("a", BUSY, DELAY);
    slowness.after("a", BUSY, DELAY);

    assertThat(slowness.after("a", UNCHANGED, DELAY)).isEqualTo(Duration.ofSeconds(1));
    assertThat(slowness.after("a", UNCHANGED, DELAY)).isZero();
    assertThat(slowness.after("a", UNCHANGED, DELAY)).isZero();
  }

  @Test
  void no_host_is_slowed_down_without_end() {
    for (int i = 0; i < 20; i++) {
      slowness.after("a", BUSY, DELAY);
    }

    assertThat(slowness.after("a", BUSY, DELAY)).isEqualTo(Duration.ofSeconds(60));
  }
}
