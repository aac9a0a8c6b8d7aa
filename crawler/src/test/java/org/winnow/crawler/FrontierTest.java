// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FrontierLinks.Added;
import org.winnow.crawler.FrontierLinks.Source;

class FrontierTest {
  private static final String HOST = "site.test";

  @TempDir private Path folder;
  @AutoClose private Catalog catalog;
  @AutoClose private Handle handle;

  private final SettableClock clock = new SettableClock();
  private final Frontier frontier = new Frontier(clock);
  private final FrontierLinks links = new FrontierLinks(clock);
  private final FrontierRounds rounds = new FrontierRounds(clock);

  @BeforeEach
  void open() throws Exception {
    catalog = Catalog.open(folder.resolve("catalog.db"));
    handle = catalog.jdbi().open();
  }

  @Test
  void an_address_is_queued_once_however_it_is_written() {
    Added added =
        add(
            Link.page(Url.of("https://site.test/a?utm_source=x"), Link.PLAIN),
            Link.page(Url.of("https://SITE.test:443/a#top"), Link.PLAIN));

    assertThat(added.queued()).isEqualTo(1);
    assertThat(rounds.queued(handle, HOST)).isEqualTo(1);
  }

  @Test
  void continuations_come_before_entries_and_entries_before_links_in_order() {
    add(
        page("/link1", Link.PLAIN),
        page("/map", Link.SITEMAP_ENTRY),
        page("/feed", Link.FEED_ENTRY),
        page("/link2", Link.PLAIN),
        page("/part", Link.CONTINUATION));

    assertThat(drain()).containsExactly("/part", "/feed", "/map", "/link1", "/link2");
  }

  @Test
  void a_waiting_address_moves_forward_when_something_better_leads_to_it() {
    add(page("/a", Link.PLAIN), page("/b", Link.PLAIN));

    add(page("/b", Link.CONTINUATION));

    assertThat(drain()).containsExactly("/b", "/a");
  }

  @Test
  void a_leased_address_is_not_given_again_before_the_lease_ends() {
    add(page("/a", Link.PLAIN));
    lease();

    Frontier other = new Frontier(clock);
    assertThat(other.lease(handle, HOST, 1)).isEmpty();
    clock.advance(Frontier.LEASE);
    assertThat(frontier.lease(handle, HOST, 1)).isEmpty();
    assertThat(other.lease(handle, HOST, 1)).hasSize(1);
  }

  @Test
  void whoever_lost_the_lease_may_not_end_the_address() {
    add(page("/a", Link.PLAIN));
    FrontierRow row = lease();
    clock.advance(Frontier.LEASE);
    Frontier other = new Frontier(clock);
    assertThat(other.lease(handle, HOST, 1)).hasSize(1);

    assertThat(frontier.end(handle, row, Ending.PAGE)).isFalse();
    assertThat(other.end(handle, row, Ending.PAGE)).isTrue();
  }

  @Test
  void what_a_run_had_leased_goes_back_when_it_is_stopped() {
    add(page("/a", Link.PLAIN));
    lease();

    frontier.giveBack(handle);

    assertThat(frontier.lease(handle, HOST, 1)).hasSize(1);
  }

  @Test
  void what_a_process_that_is_gone_had_leased_goes_back_at_once() {
    add(page("/a", Link.PLAIN));
    lease();
    handle.execute("UPDATE frontier SET owner = 'a process that is gone/1'");

    new Frontier(clock).reclaim(handle);

    assertThat(frontier.lease(handle, HOST, 1)).hasSize(1);
  }

  @Test
  void what_another_run_of_this_process_has_leased_stays_with_it() {
    add(page("/a", Link.PLAIN));
    lease();

    new Frontier(clock).reclaim(handle);

    assertThat(frontier.lease(handle, HOST, 1)).isEmpty();
  }

  @Test
  void a_retry_waits_until_it_is_due() {
    add(page("/a", Link.PLAIN));
    FrontierRow row = lease();

    frontier.retry(
        handle, row, clock.instant().plusSeconds(5), "timeout", "no answer within a second");

    assertThat(frontier.lease(handle, HOST, 1)).isEmpty();
    assertThat(frontier.nextDue(handle, HOST)).contains(clock.instant().plusSeconds(5));
    clock.advance(Duration.ofSeconds(5));
    assertThat(lease().tries()).isEqualTo(1);
  }

  @Test
  void an_address_that_is_too_deep_is_kept_with_its_reason() {
    Added added =
        links.add(
            handle, new Source(HOST, 4, 0, null, null), List.of(page("/deep", Link.PLAIN)), 3);

    assertThat(added).isEqualTo(Added.NOTHING);
    assertThat(reason("/deep")).isEqualTo("too deep");
  }

  @Test
  void the_next_run_fetches_what_is_no_longer_too_deep() {
    links.add(handle, new Source(HOST, 4, 0, null, null), List.of(page("/deep", Link.PLAIN)), 3);

    rounds.begin(handle, HOST, 4, null);

    assertThat(drain()).containsExactly("/deep");
  }

  @Test
  void the_next_run_looks_again_at_start_and_feeds_and_what_failed_for_now_only() {
    add(
        page("/", Link.START),
        Link.feed(Url.of("https://site.test/feed")),
        page("/article", Link.PLAIN),
        page("/gone", Link.PLAIN),
        page("/slow", Link.PLAIN));
    end("/", Ending.PAGE);
    end("/feed", Ending.read("feed", ""));
    end("/article", Ending.PAGE);
    end("/gone", Ending.failed(Failed.forGood("http 404", "")));
    end("/slow", Ending.failed(Failed.forNow("timeout", "")));

    rounds.begin(handle, HOST, 3, null);

    assertThat(drain()).containsExactly("/", "/feed", "/slow");
  }

  @Test
  void a_run_that_goes_on_does_not_look_again_at_what_was_just_read() {
    add(page("/", Link.START), page("/article", Link.PLAIN));
    end("/", Ending.PAGE);

    rounds.begin(handle, HOST, 3, null);

    assertThat(drain()).containsExactly("/article");
  }

  @Test
  void rows_of_a_host_go_over_to_the_site_that_it_belongs_to_now() {
    add(page("/a", Link.PLAIN));

    rounds.adopt(
        handle,
        "renamed",
        new Scope(Url.of("https://site.test/"), org.winnow.siterules.RuleSet.none()));

    assertThat(rounds.queued(handle, "renamed")).isEqualTo(1);
    assertThat(rounds.queued(handle, HOST)).isZero();
  }

  private Added add(Link... some) {
    return links.add(handle, Source.start(HOST), List.of(some), 3);
  }

  private static Link page(String path, int priority) {
    return Link.page(Url.of("https://site.test" + path), priority);
  }

  private FrontierRow lease() {
    return frontier.lease(handle, HOST, 1).get(0);
  }

  private void end(String path, Ending ending) {
    FrontierRow row = lease();
    assertThat(row.url().path()).isEqualTo(path);
    assertThat(frontier.end(handle, row, ending)).isTrue();
  }

  private List<String> drain() {
    List<String> paths = new java.util.ArrayList<>();
    for (List<FrontierRow> rows = frontier.lease(handle, HOST, 2);
        !rows.isEmpty();
        rows = frontier.lease(handle, HOST, 2)) {
      rows.forEach(row -> paths.add(row.url().path()));
    }
    return paths;
  }

  private String reason(String path) {
    return handle
        .createQuery("SELECT reason FROM frontier WHERE url = :url")
        .bind("url", "https://site.test" + path)
        .mapTo(String.class)
        .one();
  }
}
