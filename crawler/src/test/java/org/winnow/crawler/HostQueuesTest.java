// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.winnow.crawler.HostQueues.Host;

@Timeout(10)
class HostQueuesTest {
  private final SettableClock clock = new SettableClock();
  private final HostQueues hosts = new HostQueues(clock);

  @Test
  void without_any_host_there_is_nothing_to_wait_for() throws Exception {
    assertThat(hosts.take()).isEmpty();
    assertThat(hosts.isFinished()).isTrue();
  }

  @Test
  void the_host_that_waits_longest_comes_first() throws Exception {
    hosts.wake("a.test");
    hosts.wake("b.test");

    Host first = take();
    hosts.release(first.name, in(5));
    hosts.done();
    clock.advance(Duration.ofSeconds(9));

    assertThat(first.name).isEqualTo("a.test");
    assertThat(take().name).isEqualTo("b.test");
    assertThat(take().name).isEqualTo("a.test");
  }

  @Test
  void a_host_is_not_given_twice_at_a_time() throws Exception {
    hosts.wake("a.test");
    take();
    hosts.wake("a.test");

    assertThat(hosts.takeToo("a.test")).isAfter(clock.instant());
  }

  @Test
  void a_host_is_not_given_before_its_pause_is_over() throws Exception {
    hosts.wake("a.test");
    hosts.release(take().name, in(2));

    assertThat(hosts.takeToo("a.test")).isEqualTo(in(2));
    clock.advance(Duration.ofSeconds(2));
    assertThat(take().name).isEqualTo("a.test");
  }

  @Test
  void new_work_does_not_shorten_the_pause() throws Exception {
    hosts.wake("a.test");
    hosts.release(take().name, in(2));

    hosts.wake("a.test");

    assertThat(hosts.takeToo("a.test")).isEqualTo(in(2));
  }

  @Test
  void work_that_comes_while_a_host_is_held_is_not_forgotten() throws Exception {
    hosts.wake("a.test");
    Host held = take();
    hosts.wake("a.test");

    hosts.rest(held, null);
    hosts.done();

    assertThat(take().name).isEqualTo("a.test");
  }

  @Test
  void a_host_without_work_ends_the_wait() throws Exception {
    hosts.wake("a.test");
    hosts.rest(take(), null);
    hosts.done();

    assertThat(hosts.take()).isEmpty();
  }

  @Test
  void nobody_waits_for_a_host_that_wants_to_be_left_alone_for_long() throws Exception {
    hosts.wake("a.test");
    hosts.release(take().name, clock.instant().plus(HostQueues.LONGEST_WAIT).plusSeconds(1));
    hosts.done();

    assertThat(hosts.take()).isEmpty();
  }

  @Test
  void a_closed_host_is_never_given_again() throws Exception {
    hosts.wake("a.test");
    Host held = take();
    hosts.close("a.test");
    hosts.release(held.name, clock.instant());
    hosts.done();
    hosts.wake("a.test");

    assertThat(hosts.take()).isEmpty();
  }

  @Test
  void after_finish_nobody_gets_a_host() throws Exception {
    hosts.wake("a.test");

    hosts.finish();

    assertThat(hosts.take()).isEmpty();
  }

  @Test
  void failures_in_a_row_are_counted() {
    assertThat(hosts.failures("a.test", true)).isEqualTo(1);
    assertThat(hosts.failures("a.test", true)).isEqualTo(2);
    assertThat(hosts.failures("a.test", false)).isZero();
    assertThat(hosts.failures("a.test", true)).isEqualTo(1);
  }

  private Host take() throws InterruptedException {
    Optional<Host> host = hosts.take();
    assertThat(host).isPresent();
    return host.get();
  }

  private Instant in(int seconds) {
    return clock.instant().plusSeconds(seconds);
  }
}
