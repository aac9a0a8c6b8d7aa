// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.Pages;
import org.winnow.corpus.Url;

class CrawlFromArchiveTest {
  @TempDir private Path dir;
  private Path data;
  private Path warc;

  @BeforeEach
  void archive() throws IOException {
    data = dir.resolve("data");
    warc = dir.resolve("news.warc.gz");
    Files.write(
        warc,
        WarcMaker.join(
            page("https://news.example/1", "One", ""),
            page("https://other.example/2", "Two", ""),
            page("https://news.example/3", "Three", ""),
            page("https://news.example/4", "Four", "<meta name=robots content=noindex>")));
  }

  private static byte[] page(String url, String headline, String head) throws IOException {
    return WarcMaker.page(PageMaker.article(url, headline, "Begin " + headline + ".", head));
  }

  private Run crawl(Object... more) {
    return Run.winnow(Stream.concat(Stream.of("crawl", "--data", data), Stream.of(more)).toArray());
  }

  private List<String> texts() throws IOException {
    try (var files = Files.walk(data.resolve("text"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> data.relativize(file).toString())
          .toList();
    }
  }

  @Test
  void pages_of_the_site_are_kept_as_if_they_had_been_crawled() throws IOException {
    Run run = crawl("https://news.example/", "--from", warc);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("(?m)^news\\.example +2 +2 ");
    assertThat(texts()).hasSize(2).allMatch(file -> file.startsWith("text/news.example/2026/01/"));
    try (Catalog catalog = Catalog.openForReading(data.resolve("catalog.db"))) {
      var stored =
          catalog.jdbi().withHandle(h -> Pages.latest(h, Url.of("https://news.example/1")));
      assertThat(stored)
          .hasValueSatisfying(p -> assertThat(p.fetched()).isEqualTo("2026-01-31T12:00:00Z"));
    }
  }

  @Test
  void doing_it_again_adds_nothing() throws IOException {
    crawl("https://news.example/", "--from", warc);
    List<String> before = texts();
    Run again = crawl("https://news.example/", "--from", warc);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).containsPattern("skipped +fetched before +3");
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void the_limit_and_the_rule_apply() throws IOException {
    Path rules = Files.createDirectory(dir.resolve("rules"));
    Files.writeString(
        rules.resolve("news.example.yml"),
        "version: 1\nsite: https://news.example/\ndiscover: { articles: { deny: ['/1$'] } }\n");
    Run run = crawl("news.example", "--from", warc, "--rules", rules);
    assertThat(run.out()).as(run.err()).containsPattern("(?m)^news\\.example +1 +1 ");
    assertThat(run.out()).contains("denied by the rule");
    Run limited = crawl("https://other.example/", "--from", warc, "--limit", "1");
    assertThat(limited.out()).containsPattern("(?m)^other\\.example +1 +1 ");
  }

  @Test
  void an_archive_of_other_sites_is_named() {
    Run run = crawl("https://third.example/", "--from", warc);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no page of the archives belongs to these sites");
  }

  @Test
  void an_archive_that_is_not_there_is_a_wrong_command() {
    Run run = crawl("https://news.example/", "--from", dir.resolve("gone.warc"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("gone.warc: no such file");
    assertThat(data).doesNotExist();
  }

  @Test
  void a_rule_that_asks_for_a_browser_wants_the_add_on_before_anything_is_fetched()
      throws IOException {
    Path rules = Files.createDirectory(dir.resolve("rules"));
    Files.writeString(
        rules.resolve("news.example.yml"),
        "version: 1\nsite: https://news.example/\nfetch: { render: auto }\n");
    Run run = crawl("news.example", "--rules", rules);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("news.example: its rule asks for a browser")
        .contains("mvn -P launch");
    assertThat(data).doesNotExist();
    assertThat(crawl("news.example", "--rules", rules, "--from", warc).code()).isZero();
  }
}
