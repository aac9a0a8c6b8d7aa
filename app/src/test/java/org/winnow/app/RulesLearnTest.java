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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesLearnTest {
  private static final List<String> TITLES =
      List.of("Bees return to the station roof", "A bakery opens at midnight", "Old maps found");

  private static final List<List<String>> TEXTS =
      List.of(
          List.of(
              "Four hives stand on the roof of the station, and their bees have come back from the"
                  + " parks with more honey than anybody had expected of a city summer.",
              "The station master keeps the key to the ladder and hands it only to the beekeeper,"
                  + " who comes by train every Saturday morning with two empty buckets."),
          List.of(
              "A bakery in the old quarter opens its doors at midnight, when the first loaves leave"
                  + " the oven and the street fills with taxi drivers and nurses.",
              "By seven in the morning everything is sold, says the baker, who then sleeps until the"
                  + " school bells ring at noon and starts to knead again after supper."),
          List.of(
              "While clearing a cellar below the town hall, workers came upon a chest with maps that"
                  + " show the river in a bed it left two hundred years ago.",
              "An archivist dried the sheets between blotting paper for three weeks, and they can be"
                  + " seen from Monday in the reading room on the first floor."));

  @TempDir private Path folder;
  private Path pages;
  private Path rules;
  private Path rule;

  @BeforeEach
  void pages() throws IOException {
    pages = Files.createDirectory(folder.resolve("pages"));
    rules = folder.resolve("rules");
    rule = rules.resolve("roof.example/rule.yml");
    for (int i = 0; i < TITLES.size(); i++) {
      Files.writeString(pages.resolve((i + 1) + ".html"), html(i));
    }
  }

  private static String html(int i) {
    return "<html lang=en><head><title>"
        + TITLES.get(i)
        + "</title></head><body><div class=menu><a href=/>Home</a> <a href=/a>All</a></div><h1>"
        + TITLES.get(i)
        + "</h1><div class=story-body><p>"
        + String.join("</p><p>", TEXTS.get(i))
        + "</p><p>Letters to the editor reach us in the blue box beside the fountain.</p></div>"
        + "</body></html>";
  }

  private Run learn(Object... more) {
    Object[] all = new Object[more.length + 4];
    System.arraycopy(new Object[] {"rules", "learn", "--out", rules}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return Run.winnow(all);
  }

  private Run learnStored() {
    return learn(pages, "--url-base", "https://roof.example/news/");
  }

  @Test
  void a_folder_of_pages_gives_a_rule_that_is_fine_and_passes_its_own_samples() throws Exception {
    Run run = learnStored();
    assertThat(run.err()).contains("Learned from 3 pages").contains("Wrote " + rule);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("extract.body").contains(".story-body");
    assertThat(Files.readString(rule))
        .startsWith("# yaml-language-server: $schema=")
        .contains("site: https://roof.example/\n")
        .contains("  - .story-body   # ")
        .contains(
            "{ equals: Letters to the editor reach us in the blue box beside the fountain. }");
    assertThat(Run.winnow("rules", "check", rules).code()).isZero();
    assertThat(Run.winnow("rules", "test", "roof.example", "--rules", rules).out())
        .contains("3 samples passed, 0 failed");
  }

  @Test
  void a_rule_that_is_there_stays_and_the_diff_shows_what_would_change() throws Exception {
    Files.createDirectories(rule.getParent());
    Files.writeString(rule, "version: 1\nsite: https://roof.example/\n");
    Run run = learnStored();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("+++ rule.yml.proposed").contains("+    - .story-body   # ");
    assertThat(Files.readString(rule)).isEqualTo("version: 1\nsite: https://roof.example/\n");
    assertThat(rule.resolveSibling("rule.yml.proposed")).content().contains(".story-body");
  }

  @Test
  void force_writes_over_a_rule_that_is_there() throws Exception {
    Files.createDirectories(rule.getParent());
    Files.writeString(rule, "version: 1\nsite: https://roof.example/\n");
    Run run = learn(pages, "--url-base", "https://roof.example/news/", "--force");
    assertThat(run.code()).isZero();
    assertThat(rule).content().contains(".story-body");
    assertThat(rule.resolveSibling("rule.yml.proposed")).doesNotExist();
  }

  @Test
  void a_gold_text_that_somebody_corrected_stays() throws Exception {
    learnStored();
    Path gold = rule.resolveSibling("samples").resolve("page-1.txt");
    Files.writeString(gold, "corrected\n");
    learnStored();
    assertThat(gold).hasContent("corrected");
  }

  @Test
  void learning_twice_gives_the_same_rule_and_no_proposal() throws Exception {
    learnStored();
    String first = Files.readString(rule);
    learnStored();
    assertThat(rule).hasContent(first);
    assertThat(rule.resolveSibling("rule.yml.proposed")).doesNotExist();
  }

  @Test
  void pages_that_do_not_say_where_they_are_from_need_a_base() {
    Run run = learn(pages);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("give --url-base");
    assertThat(rules).doesNotExist();
  }

  @Test
  void pages_of_two_sites_are_refused() throws Exception {
    Path manifest = folder.resolve("pages.jsonl");
    Files.writeString(
        manifest,
        """
        {"id":"a","path":"pages/1.html","url":"https://roof.example/1"}
        {"id":"b","path":"pages/2.html","url":"https://cellar.example/2"}
        """);
    Run run = learn("--manifest", manifest);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("2 sites: cellar.example, roof.example");
  }

  @Test
  void a_single_page_is_refused_with_what_to_do() {
    Run run = learn(pages.resolve("1.html"), "--url-base", "https://roof.example/");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("give 3 to 10 article pages");
  }

  @Test
  void nothing_to_learn_from_is_a_usage_error() {
    assertThat(learn().code()).isEqualTo(2);
  }

  @Test
  void one_address_leads_to_the_articles_that_it_links_to() throws Exception {
    try (Site site = new Site()) {
      Run run =
          learn(
              "https://roof.example/",
              "--map",
              "https://roof.example=" + site.base(),
              "--delay",
              "0s");
      assertThat(run.err()).contains("Learned from 3 pages");
      assertThat(rule).content().contains(".story-body");
      assertThat(Files.readString(rule)).contains("url: https://roof.example/news/2");
    }
  }

  @Test
  void a_new_rule_has_two_lines_and_what_a_look_at_the_site_shows() throws Exception {
    Path file = folder.resolve("new.yml");
    try (Site site = new Site()) {
      Run run =
          Run.winnow(
              "rules",
              "new",
              "https://roof.example/",
              "--out",
              file,
              "--map",
              "https://roof.example=" + site.base(),
              "--delay",
              "0s");
      assertThat(run.code()).isZero();
    }
    assertThat(file)
        .content()
        .startsWith("# yaml-language-server: $schema=winnow-rule.schema.json\n")
        .contains("# robots.txt: asks for no delay\n")
        .contains("# feed: https://roof.example/feed.xml\n")
        .contains("# sitemap: https://roof.example/map.xml\n")
        .contains("# software: WordPress\n")
        .contains("\nversion: 1\nsite: https://roof.example/\n");
    assertThat(folder.resolve("winnow-rule.schema.json")).isNotEmptyFile();
    assertThat(Run.winnow("rules", "check", file).code()).isZero();
  }

  @Test
  void a_feed_that_the_site_does_not_name_is_found_where_feeds_usually_are() throws Exception {
    Path file = folder.resolve("new.yml");
    try (Site site = new Site(Map.of("/", "<p>Home</p>", "/rss.xml", FEED))) {
      Run.winnow(
          "rules",
          "new",
          "https://roof.example/",
          "--out",
          file,
          "--map",
          "https://roof.example=" + site.base(),
          "--delay",
          "0s");
    }
    assertThat(file).content().contains("# discover: { feeds: [ /rss.xml ] }\n");
  }

  @Test
  void offline_a_new_rule_is_made_without_a_look() throws Exception {
    Path file = folder.resolve("new.yml");
    Run run = Run.winnow("rules", "new", "roof.example", "--offline", "--out", file);
    assertThat(run.code()).isZero();
    assertThat(file).content().contains("site: https://roof.example/").doesNotContain("feed:");
  }

  @Test
  void a_new_rule_is_not_written_over_another() throws Exception {
    Path file = Files.writeString(folder.resolve("new.yml"), "mine");
    Run run = Run.winnow("rules", "new", "https://roof.example/", "--offline", "--out", file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(file).hasContent("mine");
  }

  private static final String FEED =
      "<rss version='2.0'><channel><title>t</title><link>https://roof.example/</link>"
          + "<description>d</description>"
          + "<item><title>1</title><link>https://roof.example/news/1</link></item></channel></rss>";

  /** The three pages on loopback, with a home page, a feed and a robots.txt. */
  private static final class Site implements AutoCloseable {
    private final HttpServer server;

    Site() throws IOException {
      this(Map.of());
    }

    /** With these pages instead of its own. */
    Site(Map<String, String> others) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = others.getOrDefault(path, body(path));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(
                body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
    }

    private static String body(String path) {
      if (path.equals("/robots.txt")) {
        return "User-agent: *\nDisallow: /private/\nSitemap: https://roof.example/map.xml\n";
      }
      if (path.equals("/")) {
        return "<html><head><link rel=alternate type=application/rss+xml href=/feed.xml>"
            + "<script src=/wp-content/a.js></script></head><body><a href=/about>About</a>"
            + "<a href=/news/1>1</a><a href=/news/2>2</a><a href=/news/3>3</a></body></html>";
      }
      return path.matches("/news/[123]") ? html(path.charAt(6) - '1') : "";
    }

    String base() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
