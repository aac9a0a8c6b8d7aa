// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

@Timeout(60)
class RenderingTest {
  private static final String SHELL = "<div id=app></div><script src=/app.js></script>";

  @TempDir private Path folder;
  @AutoClose private Catalog catalog;
  @AutoClose private final TestSite site = new TestSite("https://site.test");
  private final List<FetchedPage> pages = Collections.synchronizedList(new ArrayList<>());
  private final List<String> shown = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() throws Exception {
    catalog = Catalog.open(folder.resolve("catalog.db"));
  }

  private final class FakeBrowser implements PageRenderer {
    @Override
    public byte[] render(FetchedPage page, BrowserFiles files) throws IOException {
      shown.add(page.url().path());
      String script =
          files
              .get("https://site.test/app.js")
              .map(file -> new String(file.body(), UTF_8))
              .orElse("");
      if (script.equals("broken")) {
        throw new IOException("it broke");
      }
      return ("<html><body>" + script + "</body></html>").getBytes(UTF_8);
    }

    @Override
    public void close() {}
  }

  private CrawlSummary.SiteSummary crawl(String render) {
    String text = "version: 1\nsite: https://site.test/\nfetch: { render: " + render + " }\n";
    RuleSource source = new RuleSource("site.test", "site.test.yml", () -> text.getBytes(UTF_8));
    RuleSet rules = new RuleReader(expression -> Optional.empty()).read(List.of(source)).rules();
    CrawlSettings settings =
        new CrawlSettings(
            "winnow-test/1",
            4,
            Duration.ZERO,
            CrawlSettings.UNLIMITED,
            CrawlSettings.UNLIMITED,
            OriginMap.of(List.of(site.mapping())),
            List.of());
    Crawler crawler =
        new Crawler(
            new CommitQueue(catalog.jdbi()),
            rules,
            settings,
            (page, links) -> {
              pages.add(page);
              return PageResult.NOTHING;
            },
            CrawlListener.NONE,
            Clock.systemUTC());
    crawler.renderBy(new FakeBrowser());
    return crawler.crawl(List.of(Url.of("https://site.test/"))).sites().get(0);
  }

  private Map<String, String> bodies() {
    return pages.stream()
        .collect(
            java.util.stream.Collectors.toMap(
                page -> page.url().path(), page -> new String(page.body(), UTF_8)));
  }

  @Test
  void links_are_read_where_the_browser_shows_them_and_the_raw_page_is_kept() {
    site.page("/", SHELL)
        .page("/a", "plain")
        .answers("/app.js", TestSite.text(200, "text/javascript", "<a href=/a>a</a>"));
    crawl("auto");
    assertThat(bodies()).containsOnlyKeys("/", "/a");
    FetchedPage home = pages.get(0);
    assertThat(home.asServed().body()).asString().contains("app.js");
    assertThat(home.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(shown).containsExactly("/");
  }

  @Test
  void always_shows_every_page_and_fetches_a_file_once() {
    site.page("/", "<p>home")
        .page("/a", "plain")
        .answers("/app.js", TestSite.text(200, "text/javascript", "<a href=/a>a</a>"));
    crawl("always");
    assertThat(shown).containsExactlyInAnyOrder("/", "/a");
    assertThat(site.targets().stream().filter("/app.js"::equals)).hasSize(1);
  }

  @Test
  void never_shows_nothing() {
    site.page("/", SHELL);
    crawl("never");
    assertThat(shown).isEmpty();
    assertThat(site.targets()).doesNotContain("/app.js");
  }

  @Test
  void robots_txt_counts_for_what_a_browser_asks_for() {
    site.robots("User-agent: *\nDisallow: /app.js\n").page("/", SHELL);
    crawl("always");
    assertThat(shown).containsExactly("/");
    assertThat(site.targets()).doesNotContain("/app.js");
  }

  @Test
  void a_private_address_that_a_page_names_is_not_connected_to() {
    try (TestSite inner = new TestSite("https://inner.test")) {
      String address = inner.mapping().replaceFirst(".*=", "") + "/app.js";
      site.page("/", SHELL).answers("/app.js", TestSite.redirect(address));
      crawl("always");
      assertThat(inner.targets()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div id=root></div><script src=/x.js></script>",
        "<noscript>You need to enable JavaScript to run this app.</noscript><script src=/x.js></script>",
        "<main></main><script type=module src=/x.js></script>"
      })
  void a_page_that_waits_for_its_scripts_is_an_empty_shell(String body) {
    assertThat(EmptyShell.isOne(page(body))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>A short note.</p>",
        "<p>A short note.</p><script>count()</script>",
        "<div id=ad></div>",
        "<p>A short note.</p><noscript><img src=/count.gif></noscript><script src=/c.js></script>"
      })
  void a_page_that_only_has_little_text_is_none(String body) {
    assertThat(EmptyShell.isOne(page(body))).isFalse();
  }

  @Test
  void a_page_with_its_text_in_it_is_none_whatever_else_it_has() {
    assertThat(EmptyShell.isOne(page("<p>" + "Words and words. ".repeat(50) + "</p>" + SHELL)))
        .isFalse();
  }

  private static FetchedPage page(String body) {
    Url url = Url.of("https://site.test/");
    return new FetchedPage(
        url, url, Instant.EPOCH, 200, List.of(), ("<html><body>" + body).getBytes(UTF_8));
  }
}
