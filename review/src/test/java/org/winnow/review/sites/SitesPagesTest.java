// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.pipeline.Workspace;
import org.winnow.review.TestCorpus;
import org.winnow.review.TestServer;

class SitesPagesTest {
  @TempDir Path folder;
  private Workspace workspace;
  private TestServer browser;

  @BeforeEach
  void start() throws Exception {
    workspace = TestCorpus.open(folder);
    browser = TestServer.start(folder, new SitesPages(workspace));
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    workspace.close();
  }

  @Test
  void the_start_leads_to_the_sites() throws Exception {
    assertThat(browser.get("/").header("Location")).endsWith("/sites");
  }

  @Test
  void every_site_has_its_figures_its_last_and_its_next_run() throws Exception {
    String page = browser.get("/sites").body();
    assertThat(page)
        .contains("href=\"/sites/a.example\"", "href=\"/sites/b.example\"")
        .contains("href=\"/documents?site=a.example&amp;show=all\">2</a>")
        .contains("aria-label=\"New and changed articles per run: 7, 4\"")
        .contains("aria-label=\"Failed addresses: 2, 0\"")
        .contains("datetime=\"2026-11-20T11:00:00Z\"")
        .containsPattern("datetime=\"2026-11-20T1[2-8]:\\d\\d(:\\d\\d)?Z\"")
        .contains("not scheduled");
  }

  @Test
  void one_site_shows_its_runs_the_newest_first() throws Exception {
    String page = browser.get("/sites/a.example").body();
    assertThat(page.indexOf("2026-11-20T11:00:00Z"))
        .isPositive()
        .isLessThan(page.indexOf("2026-11-20T10:00:00Z"));
    assertThat(page).contains("No page of it was extracted with its rule yet.");
  }

  @Test
  void a_site_that_is_not_there_is_not_found() throws Exception {
    assertThat(browser.get("/sites/c.example").status()).isEqualTo(404);
  }

  @Test
  void the_corpus_is_counted_by_day_language_and_status() throws Exception {
    assertThat(browser.get("/corpus").body())
        .contains("<title>2026-11-20: 3</title>")
        .contains("3 articles in 60 days, at most 3 a day")
        .containsPattern("<bdi>ar</bdi></th><td class=\"number\">1</td>")
        .containsPattern("to review</th><td class=\"number\">3</td>");
  }

  @Test
  void an_empty_corpus_is_no_error() throws Exception {
    workspace.jdbi().useHandle(handle -> handle.execute("DELETE FROM article_part"));
    workspace.jdbi().useHandle(handle -> handle.execute("DELETE FROM article"));
    for (String path : List.of("/sites", "/sites/b.example", "/corpus")) {
      assertThat(browser.get(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void every_page_is_there_in_arabic() throws Exception {
    browser.post("/language", "language", "ar", "to", "/");
    for (String path : List.of("/sites", "/sites/a.example", "/corpus")) {
      assertThat(browser.get(path).body()).contains("dir=\"rtl\"", "المواقع");
    }
  }

  @Test
  void a_line_reaches_from_zero_to_the_highest_figure() {
    assertThat(new Sparkline(List.of(0, 5, 10)).points()).isEqualTo("2.0,20.0 48.0,11.0 94.0,2.0");
    assertThat(new Sparkline(List.of(3)).isDrawn()).isFalse();
  }

  @Test
  void a_bar_above_zero_is_seen() {
    BarChart chart = new BarChart(List.of(new Bar("a", 0), new Bar("b", 1), new Bar("c", 1000)));
    assertThat(List.of(chart.height(0), chart.height(1), chart.height(2)))
        .containsExactly(0, 1, 100);
  }
}
