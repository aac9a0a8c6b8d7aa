// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Runs;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlLimits;
import org.winnow.crawler.CrawlListener;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.OriginMap;
import org.winnow.pipeline.CrawlSession;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.Workspace;
import org.winnow.siterules.RuleSet;

class WorkspaceTest {
  @TempDir private Path dir;

  private Workspace open(RuleSet rules) throws IOException {
    return Workspace.open(new DataFolder(dir), LiveRules.fixed(rules), Clock.systemUTC());
  }

  private static int crawl(Workspace workspace, Url address, CrawlSettings settings) {
    try (CrawlSession session =
        CrawlSession.open(
            workspace, List.of(address), settings, CrawlLimits.NONE, CrawlListener.NONE, true)) {
      return session.crawl().sites().get(0).pages();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void several_sites_are_crawled_at_the_same_time_into_one_archive() throws IOException {
    RuleSet rules = new RuleOptions().rules();
    List<StoredArticle> articles = new ArrayList<>();
    try (MiniatureWeb web = new MiniatureWeb(rules)) {
      CrawlSettings settings =
          new CrawlSettings(
              "Winnow/0.1 (+test@site.example)",
              2,
              Duration.ofMillis(5),
              CrawlSettings.UNLIMITED,
              1,
              OriginMap.of(web.origins()),
              List.of());
      try (Workspace workspace = open(rules)) {
        List<CompletableFuture<Integer>> sessions =
            web.addresses().stream()
                .map(a -> CompletableFuture.supplyAsync(() -> crawl(workspace, a, settings)))
                .toList();
        assertThat(sessions).allSatisfy(pages -> assertThat(pages.join()).isPositive());
        workspace.jdbi().useHandle(h -> Articles.forEach(h, null, null, articles::add));
        List<org.winnow.corpus.Run> runs = workspace.jdbi().withHandle(h -> Runs.latest(h, 100));
        assertThat(runs).hasSize(5).allSatisfy(run -> assertThat(run.finished()).isNotNull());
      }
    }
    assertThat(articles).extracting(StoredArticle::site).contains("elaph.example");
    assertThat(articles.stream().map(StoredArticle::site).distinct()).hasSize(5);
    for (StoredArticle article : articles) {
      String text = new DataFolder(dir).texts().read(article.file());
      assertThat(article.hasText(text)).as(article.file()).isTrue();
    }
  }

  @Test
  void a_folder_is_opened_once() throws IOException {
    try (Workspace unused = open(RuleSet.none())) {
      assertThatThrownBy(() -> open(RuleSet.none())).isInstanceOf(UserError.class);
    }
    open(RuleSet.none()).close();
  }
}
