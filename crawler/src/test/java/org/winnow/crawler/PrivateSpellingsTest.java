// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchRequest.Kind;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

/** Whatever spells a private address, and wherever it stands: nobody is connected to. */
@Timeout(300)
class PrivateSpellingsTest {
  @TempDir private Path folder;
  @AutoClose private Catalog catalog;
  @AutoClose private final TestSite site = new TestSite("https://site.test");
  @AutoClose private final CountingListener listener = new CountingListener();

  private final List<String> addresses = new PrivateSpellings(listener.port()).addresses();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private Dns dns;

  /** All that is written with numbers, and names whose addresses are private. */
  private final List<String> all = new ArrayList<>(addresses);

  @BeforeEach
  void open() throws Exception {
    catalog = Catalog.open(folder.resolve("catalog.db"));
    Map<String, List<InetAddress>> names = PrivateSpellings.names("site.test");
    dns = PrivateSpellings.dns(names);
    names.keySet().forEach(name -> all.add("http://" + name + ":" + listener.port() + "/"));
  }

  @AfterEach
  void nobody_was_connected_to() throws Exception {
    assertThat(listener.connections()).isZero();
  }

  @Test
  void there_are_more_than_two_hundred_spellings_and_most_are_addresses() {
    assertThat(addresses).doesNotHaveDuplicates().hasSizeGreaterThan(200);
    assertThat(addresses.stream().filter(text -> Url.parse(text).isPresent()).count())
        .isGreaterThan(200);
  }

  @Test
  void the_listener_would_notice() throws Exception {
    CrawlSettings open = settings(List.of(), List.of(IpRange.of("127.0.0.0/8")));
    Url url = Url.of("http://127.0.0.1:" + listener.port() + "/");

    new OkHttpFetcher(open, timeouts(), Clock.systemUTC(), dns)
        .fetch(FetchRequest.of(url, Kind.PAGE));

    assertThat(listener.connections()).isPositive();
    listener.forget();
  }

  @Test
  void a_request_is_refused() {
    OkHttpFetcher fetcher =
        new OkHttpFetcher(settings(List.of(), List.of()), timeouts(), Clock.systemUTC(), dns);
    Map<String, String> others = new LinkedHashMap<>();
    for (String text : all) {
      for (Url url : Url.parse(text).stream().toList()) {
        Failed failed = (Failed) fetcher.fetch(FetchRequest.of(url, Kind.PAGE));
        if (!failed.reason().equals("private address")) {
          others.put(url.host(), failed.reason());
        }
      }
    }

    assertThat(others).isEmpty();
  }

  @Test
  void a_request_through_a_proxy_is_refused_too() {
    CrawlSettings settings =
        new CrawlSettings(
            "Winnow-Test/1",
            2,
            Duration.ZERO,
            99,
            99,
            OriginMap.none(),
            List.of(),
            HttpProxy.of("http://127.0.0.1:" + listener.port()));
    OkHttpFetcher fetcher = new OkHttpFetcher(settings, timeouts(), Clock.systemUTC(), dns);

    assertThat(urls(all))
        .allSatisfy(
            url ->
                assertThat(fetcher.fetch(FetchRequest.of(url, Kind.PAGE)))
                    .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("private address")));
  }

  @Test
  void seeds_are_refused() {
    crawl(RuleSet.none(), settings(List.of(), List.of()), urls(all).toList());

    assertAllRefused(urls(all));
  }

  @Test
  void links_are_refused() {
    site.page(
        "/",
        all.stream().map(text -> "<a href='" + text + "'>x</a>").collect(Collectors.joining()));

    crawl("");

    assertAllRefused(inScope());
  }

  @Test
  void redirects_are_refused() {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      links.append("<a href=/r").append(i).append(">x</a>");
      if (all.get(i).chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
        site.answers("/r" + i, TestSite.redirect(all.get(i)));
      }
    }
    site.page("/", links.toString());

    crawl("");

    assertAllRefused(inScope().filter(url -> all.contains(url.toString())));
  }

  @Test
  void sitemaps_that_robots_txt_names_are_refused() {
    site.page("/", "").robots("Sitemap: " + String.join("\nSitemap: ", oneLine()) + "\n");

    crawl("");

    assertAllRefused(inScope().filter(url -> all.contains(url.toString())));
  }

  @Test
  void redirects_of_robots_txt_are_refused() {
    List<String> mappings = new ArrayList<>();
    List<Url> starts = new ArrayList<>();
    String base = site.base() + "r";
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
        mappings.add("https://r" + i + ".test=" + base + i);
        starts.add(Url.of("https://r" + i + ".test/"));
        site.answers("/r" + i + "/robots.txt", TestSite.redirect(all.get(i)));
      }
    }

    crawl(RuleSet.none(), settings(mappings, List.of()), starts);

    assertThat(starts).hasSizeGreaterThan(200);
    assertThat(site.hits()).hasSizeGreaterThanOrEqualTo(starts.size());
  }

  @Test
  void entries_of_sitemaps_are_refused() {
    site.page("/", "")
        .answers("/map.xml", xml("<urlset>" + locs("url") + "</urlset>"))
        .answers("/index.xml", xml("<sitemapindex>" + locs("sitemap") + "</sitemapindex>"));

    crawl("discover: { sitemaps: [ /map.xml, /index.xml ] }");

    assertAllRefused(inScope().filter(url -> all.contains(url.toString())));
  }

  @Test
  void entries_of_feeds_are_refused() {
    site.page("/", "")
        .answers(
            "/feed",
            xml(
                all.stream()
                    .map(text -> "<item><link>" + escaped(text) + "</link></item>")
                    .collect(
                        Collectors.joining(
                            "",
                            "<rss version='2.0'><channel><title>t</title><link>/</link>"
                                + "<description>d</description>",
                            "</channel></rss>"))));

    crawl("discover: { feeds: /feed }");

    assertAllRefused(inScope());
  }

  private void assertAllRefused(Stream<Url> urls) {
    Set<String> expected =
        urls.map(Url::toString).collect(Collectors.toCollection(LinkedHashSet::new));
    assertThat(expected).hasSizeGreaterThan(50);
    assertThat(failures.keySet()).containsAll(expected);
    expected.forEach(url -> assertThat(failures.get(url)).as(url).contains("private address"));
  }

  /**
   * Those on hosts that the rule names: every address in numbers that has no colons, every name.
   */
  private Stream<Url> inScope() {
    return urls(all).filter(url -> !url.host().contains(":"));
  }

  private static Stream<Url> urls(List<String> texts) {
    return texts.stream().flatMap(text -> Url.parse(text).stream());
  }

  private List<String> oneLine() {
    return all.stream().filter(text -> text.chars().noneMatch(c -> c < ' ')).toList();
  }

  private String locs(String element) {
    return all.stream()
        .map(text -> "<%s><loc>%s</loc></%s>".formatted(element, escaped(text), element))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static mockwebserver3.MockResponse xml(String body) {
    return TestSite.text(200, "application/xml; charset=utf-8", body);
  }

  private void crawl(String rule) {
    String hosts =
        inScope()
            .map(Url::host)
            .filter(host -> !host.endsWith(".site.test"))
            .distinct()
            .map(host -> "'" + host + "'")
            .collect(
                Collectors.joining(", ", "match: { hosts: [ site.test, '*.site.test', ", "] }"));
    String text = "version: 1\nsite: https://site.test/\n" + hosts + "\n" + rule + "\n";
    RuleReading reading =
        new RuleReader(css -> Optional.empty())
            .read(List.of(new RuleSource("site.test", "r.yml", () -> text.getBytes(UTF_8))));
    assertThat(reading.problems()).isEmpty();
    crawl(reading.rules(), settings(List.of(site.mapping()), List.of()), List.of(site.url("/")));
  }

  private void crawl(RuleSet rules, CrawlSettings settings, List<Url> starts) {
    new Crawler(
            new CommitQueue(catalog.jdbi()),
            rules,
            settings,
            (page, links) -> PageResult.NOTHING,
            event -> failures.put(event.url().toString(), event.reason() + " " + event.detail()),
            Clock.systemUTC(),
            new OkHttpFetcher(settings, timeouts(), Clock.systemUTC(), dns))
        .crawl(starts);
  }

  private static OkHttpFetcher.Timeouts timeouts() {
    Duration second = Duration.ofSeconds(10);
    return new OkHttpFetcher.Timeouts(second, second, second, second);
  }

  private static CrawlSettings settings(List<String> mappings, List<IpRange> allowed) {
    return new CrawlSettings(
        "Winnow-Test/1 (+https://corpus.example.org/)",
        4,
        Duration.ZERO,
        CrawlSettings.UNLIMITED,
        CrawlSettings.UNLIMITED,
        OriginMap.of(mappings),
        allowed);
  }
}
