// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Url;
import org.winnow.crawler.FoundLinks;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;
import org.winnow.pipeline.ArticleJoiner;
import org.winnow.pipeline.ArticleKeeper;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.Pipeline;
import org.winnow.pipeline.RuledFiles;
import org.winnow.pipeline.SiteRuns;
import org.winnow.siterules.RuleSet;

/** A data folder with the pages of one invented site, put there by the pipeline itself. */
final class StoredSite implements AutoCloseable {
  static final String NAME = "valley.example";
  static final String RULE =
      """
      # The valley's paper.
      version: 1
      site: https://valley.example/
      extract:
        body: .story-text   # the middle column
      """;

  final Path rules;
  final DataFolder data;
  final Catalog catalog;
  final PageArchive archive;

  StoredSite(Path folder, int pages) throws IOException {
    rules = Files.createDirectories(folder.resolve("rules"));
    Files.createDirectories(rules.resolve(NAME));
    Files.writeString(rules.resolve(NAME).resolve("rule.yml"), RULE);
    data = new DataFolder(folder.resolve("data"));
    Files.createDirectories(data.path());
    catalog = Catalog.open(data.catalogFile());
    archive =
        PageArchive.open(
            data.archive(), catalog.jdbi().withHandle(Pages::lastArchived), Clock.systemUTC());
    store(pages);
  }

  RuleFiles files() {
    return new RuleFiles(rules);
  }

  private void store(int pages) throws IOException {
    RuleSet set = files().read().rules();
    Extractor extractor = new Extractor(set);
    SiteRuns runs =
        SiteRuns.start(
            catalog.jdbi(), List.of(Url.of("https://" + NAME + "/")), set, Clock.systemUTC());
    ArticleKeeper keeper =
        new ArticleKeeper(
            data.texts(),
            new ArticleJoiner(archive, extractor),
            runs,
            new RuledFiles(set),
            Clock.systemUTC());
    Pipeline pipeline = new Pipeline(archive, extractor, new SiteTitles(), keeper, runs);
    try (CommitQueue commits = new CommitQueue(catalog.jdbi())) {
      for (int i = 1; i <= pages; i++) {
        FetchedPage page = page(i);
        commits.commit(pipeline.handle(page, FoundLinks.of(page)).rows()::write);
      }
    }
  }

  static Url url(int number) {
    return Url.of("https://" + NAME + "/story/" + number);
  }

  static FetchedPage page(int number) {
    byte[] html = html(number).getBytes(StandardCharsets.UTF_8);
    return new FetchedPage(
        url(number),
        url(number),
        Instant.parse("2026-03-01T08:00:00Z").plusSeconds(number),
        200,
        List.of(new FetchedPage.Header("Content-Type", "text/html; charset=utf-8")),
        html);
  }

  /** What leaks: notes inside the body, and one line that is on every page. */
  static String html(int number) {
    StringBuilder text = new StringBuilder();
    for (int p = 1; p <= 5; p++) {
      text.append(
              "<p class=\"css-1x%d\">Paragraph %d of story %d tells how the bridge over the"
                  .formatted(number, p, number))
          .append(" river was mended in year ")
          .append(1900 + number * 7 + p)
          .append(", and who carried the stones up the hill, which took them all of that spring.")
          .append("</p>\n");
    }
    return """
        <!doctype html><html lang=en><head><meta charset=utf-8>
        <title>Story %1$d of the bridge</title></head><body>
        <nav class=top-menu><a href="/">Home</a> <a href="/news">News</a></nav>
        <div id=page><h1 class=story-title>Story %1$d of the bridge</h1>
        <div class="story-text lg:w-full">
        %2$s
        <div class=market-notes><p>Seven hens and %1$d goats were sold on the market of that week.</p>
        <p>The well of the abbey was opened again, and %1$d people came to see it.</p></div>
        <p>The valley's paper is printed on Fridays in the old mill, for whoever wants to read it.</p>
        </div></div></body></html>
        """
        .formatted(number, text);
  }

  List<StoredArticle> articles() {
    return catalog
        .jdbi()
        .withHandle(
            handle -> {
              List<StoredArticle> all = new ArrayList<>();
              Articles.forEach(handle, null, null, all::add);
              return all;
            });
  }

  String text(StoredArticle article) throws IOException {
    return Files.readString(data.path().resolve("text").resolve(article.file()));
  }

  @Override
  public void close() throws IOException {
    archive.close();
    catalog.close();
  }
}
