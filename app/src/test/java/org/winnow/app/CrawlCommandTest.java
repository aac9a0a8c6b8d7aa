// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Catalog;

class CrawlCommandTest {
  @TempDir private Path data;

  private Run crawl(MiniatureWeb web, Object... arguments) {
    Object[] all = new Object[arguments.length + 5 + 2 * web.origins().size()];
    int at = 0;
    for (Object fixed : new Object[] {"crawl", "--data", data, "--delay", "5ms"}) {
      all[at++] = fixed;
    }
    for (String origin : web.origins()) {
      all[at++] = "--map";
      all[at++] = origin;
    }
    System.arraycopy(arguments, 0, all, at, arguments.length);
    return Run.winnow(all);
  }

  private static MiniatureWeb web() throws IOException {
    return new MiniatureWeb(new RuleOptions().rules());
  }

  @Test
  void a_site_is_crawled_by_the_host_of_its_rule() throws IOException {
    try (MiniatureWeb web = web()) {
      Run run = crawl(web, "elaph.example", "--limit", "50");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).containsPattern("(?m)^elaph\\.example +\\d+ +2 ");
      assertThat(data.resolve("text/elaph.example")).isDirectory();
    }
  }

  @Test
  void a_second_crawl_adds_nothing() throws IOException {
    try (MiniatureWeb web = web()) {
      crawl(web, "elaph.example");
      Run status = Run.winnow("status", "--data", data);
      Run again = crawl(web, "elaph.example");
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(articles(Run.winnow("status", "--data", data))).isEqualTo(articles(status));
    }
  }

  /** The first site's row up to its articles: host, pages, articles. */
  private static String articles(Run status) {
    String row = status.out().lines().skip(1).findFirst().orElseThrow();
    return row.replaceFirst("^(\\S+ +\\d+ +\\d+) .*", "$1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense                 | no rule for 'nonsense'",
        "elap.example             | did you mean elaph.example?",
        "http://                  | is not an http(s) address",
        "ftp://elaph.example/     | is not an http(s) address"
      })
  void a_wrong_site_is_a_wrong_command(String site, String message) {
    Run run = Run.winnow("crawl", site, "--data", data.resolve("new"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(data.resolve("new")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--map, nonsense, not a mapped origin: nonsense",
    "--delay, soon, is not a time",
    "--threads, 0, at least 1",
    "--contact, nobody, neither an e-mail address nor a web page",
    "--allow-private, localhost, not a range of IP addresses: localhost",
    "--proxy, socks5://127.0.0.1:1080, not an HTTP proxy: socks5://127.0.0.1:1080",
    "--limit, many, many"
  })
  void a_wrong_setting_is_a_wrong_command(String option, String value, String message) {
    Run run = Run.winnow("crawl", "elaph.example", option, value, "--data", data.resolve("new"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(data.resolve("new")).doesNotExist();
  }

  @Test
  void a_second_site_needs_a_contact_address_before_anything_is_fetched() {
    Run run = Run.winnow("crawl", "https://a.test/", "https://b.test/", "--data", data);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("has no contact address").contains("--contact");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_second_site_in_a_later_run_needs_a_contact_address_too() throws IOException {
    try (MiniatureWeb web = web()) {
      assertThat(crawl(web, "elaph.example", "--limit", "1").code()).isZero();
      Run run = Run.winnow("crawl", "https://b.test/", "--data", data);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("has no contact address");
    }
  }

  @Test
  void a_wrong_rule_stops_the_crawl_before_it_begins() throws IOException {
    Path rules = Files.createDirectory(data.resolve("rules"));
    Files.writeString(rules.resolve("bad.yml"), "version: 1\nsite: nonsense\n");
    Run run = Run.winnow("crawl", "elaph.example", "--rules", rules, "--data", data.resolve("new"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("bad.yml:2:7").contains("nonsense");
    assertThat(data.resolve("new")).doesNotExist();
  }

  @Test
  void a_folder_that_another_crawl_uses_is_refused() throws IOException {
    try (Catalog busy = Catalog.open(data.resolve("catalog.db"))) {
      assertThat(busy).isNotNull();
      Run run = Run.winnow("crawl", "elaph.example", "--data", data);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("catalog.db");
    }
  }

  @Test
  void a_site_that_gives_nothing_is_named() throws IOException {
    HttpServer closed =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] robots = "User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8);
    closed.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, robots.length);
            exchange.getResponseBody().write(robots);
          }
        });
    closed.start();
    try {
      String map = "https://closed.example=http://127.0.0.1:" + closed.getAddress().getPort();
      Run run = Run.winnow("crawl", "https://closed.example/", "--map", map, "--data", data);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("closed.example: no page could be fetched (robots: 1)");
    } finally {
      closed.stop(0);
    }
  }
}
