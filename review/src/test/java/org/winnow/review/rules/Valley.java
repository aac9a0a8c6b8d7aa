// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.FoundLinks;
import org.winnow.crawler.OriginMap;
import org.winnow.crawler.PageFetcher;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;
import org.winnow.pipeline.ArticleJoiner;
import org.winnow.pipeline.ArticleKeeper;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.Pipeline;
import org.winnow.pipeline.RuledFiles;
import org.winnow.pipeline.SiteRuns;
import org.winnow.pipeline.rules.RuleFiles;
import org.winnow.review.TestServer;
import org.winnow.siterules.RuleSet;

/** An invented paper on a loopback server, a data folder, and the pages about its rules. */
final class Valley implements AutoCloseable {
  static final String HOST = "valley.example";
  static final int STORIES = 12;
  private static final String[] WORDS =
      ("bridge river stone hill spring mill miller ferry road winter barn orchard council village"
              + " letter market harvest wagon timber roof tower bell teacher school garden fence"
              + " brought carried mended counted wrote opened closed crossed built sold found kept"
              + " slowly early together often again before after under beside through towards")
          .split(" ");

  static final String RULE =
      """
      # The valley's paper.
      version: 1
      site: https://valley.example/
      extract:
        body: .story-text   # the middle column
      """;

  final Path rules;
  final RuleFiles files;
  final Set<Long> approved = new ConcurrentSkipListSet<>();
  final TestServer server;
  final MockWebServer web = new MockWebServer();
  private final DataFolder data;
  private final Catalog catalog;
  private final PageArchive archive;

  Valley(Path folder) throws IOException {
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request.getTarget());
          }
        });
    web.start();
    rules = folder.resolve("rules");
    files = new RuleFiles(rules);
    data = new DataFolder(folder.resolve("data"));
    Files.createDirectories(data.path());
    catalog = Catalog.open(data.catalogFile());
    archive =
        PageArchive.open(
            data.archive(), catalog.jdbi().withHandle(Pages::lastArchived), Clock.systemUTC());
    RuleDesk desk =
        new RuleDesk(
            catalog.jdbi(),
            archive,
            files,
            new SiteTitles(),
            () -> approved,
            this::fetcher,
            this::keep,
            visit -> "salma",
            Clock.systemUTC());
    server =
        TestServer.start(Files.createDirectories(folder.resolve("secrets")), new RulesPages(desk));
  }

  private PageFetcher fetcher() {
    String mapping = "https://" + HOST + "=http://127.0.0.1:" + web.getPort();
    return new PageFetcher(
        new CrawlSettings(
            "Winnow/0.1", 1, Duration.ZERO, 100, 100, OriginMap.of(List.of(mapping)), List.of()),
        Clock.systemUTC());
  }

  /** Writes the rule and stores the paper's pages, as a crawl would. */
  Valley crawled() throws IOException, InterruptedException {
    rule(RULE);
    try (PageFetcher fetcher = fetcher()) {
      for (int i = 1; i <= STORIES; i++) {
        keep(List.of(fetcher.fetch(Url.of(url(i))).page()));
      }
    }
    return this;
  }

  Path ruleFile() {
    return rules.resolve(HOST).resolve("rule.yml");
  }

  void rule(String text) throws IOException {
    Files.createDirectories(ruleFile().getParent());
    Files.writeString(ruleFile(), text);
  }

  private void keep(List<FetchedPage> pages) {
    RuleSet set = files.read().rules();
    Extractor extractor = new Extractor(set);
    SiteRuns runs =
        SiteRuns.start(
            catalog.jdbi(), List.of(Url.of("https://" + HOST + "/")), set, Clock.systemUTC());
    ArticleKeeper keeper =
        new ArticleKeeper(
            data.texts(),
            new ArticleJoiner(archive, extractor),
            runs,
            new RuledFiles(set),
            Clock.systemUTC());
    Pipeline pipeline = new Pipeline(archive, extractor, new SiteTitles(), keeper, runs);
    try (CommitQueue commits = new CommitQueue(catalog.jdbi(), archive, new Unwatched())) {
      pages.forEach(
          page -> commits.commit(pipeline.handle(page, FoundLinks.of(page)).rows()::write));
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new UncheckedIOException(new IOException(failure));
    }
  }

  private record Unwatched() implements CommitQueue.Watcher {
    @Override
    public void paused(String why) {
      throw new AssertionError(why);
    }

    @Override
    public void resumed() {}
  }

  static String url(int story) {
    return "https://" + HOST + "/story/" + story;
  }

  /** The number of the article of that story. */
  long article(int story) {
    return catalog
        .jdbi()
        .withHandle(handle -> Articles.startingOn(handle, Url.of(url(story))).get(0).id());
  }

  private static MockResponse answer(String path) {
    String html =
        path.equals("/") ? front() : path.startsWith("/story/") ? story(path.substring(7)) : "";
    return html.isEmpty()
        ? new MockResponse.Builder().code(404).build()
        : new MockResponse.Builder()
            .addHeader("Content-Type", "text/html; charset=utf-8")
            .body(html)
            .build();
  }

  private static String front() {
    StringBuilder list = new StringBuilder("<!doctype html><title>The Valley</title><ul>");
    for (int i = 1; i <= STORIES; i++) {
      list.append("<li><a href=/story/%d>Story %d of the bridge</a></li>".formatted(i, i));
    }
    return list.append("</ul>").toString();
  }

  /** The notes stand inside the body and do not belong to the story. */
  private static String story(String number) {
    StringBuilder text = new StringBuilder();
    Random words = new Random(Integer.parseInt(number));
    for (int p = 1; p <= 6; p++) {
      text.append("<p>Paragraph ").append(p).append(" of story ").append(number).append(" tells");
      for (int w = 0; w < 30; w++) {
        text.append(w % 9 == 8 ? ", and " : " ").append(WORDS[words.nextInt(WORDS.length)]);
      }
      text.append(".</p>\n");
    }
    return """
        <!doctype html><html lang=en><head><meta charset=utf-8>
        <title>Story %1$s of the bridge</title>
        <script>document.title = 'ran'</script></head><body onload="document.title='ran'">
        <nav class=top-menu><a href="/">Home</a> <a href="/news">News</a></nav>
        <div id=page><h1 class=story-title>Story %1$s of the bridge</h1>
        <div class="story-text">
        %2$s
        <div class=market-notes><p>Seven hens and %1$s goats were sold on the market of that week.</p>
        <p>The well of the abbey was opened again, and %1$s people came to see it.</p></div>
        </div></div></body></html>
        """
        .formatted(number, text);
  }

  @Override
  public void close() throws IOException {
    server.close();
    archive.close();
    catalog.close();
    web.close();
  }
}
