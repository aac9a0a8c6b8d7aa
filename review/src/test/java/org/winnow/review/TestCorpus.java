// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.Articles;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.FetchedPage.Header;
import org.winnow.corpus.RunCounts;
import org.winnow.corpus.Runs;
import org.winnow.corpus.TextCounts;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.Workspace;

/** A data folder with a rule, two runs and some articles. */
public final class TestCorpus {

  /** When all of it is looked at. */
  public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static final String RULE =
      """
      version: 1
      site: https://a.example/
      extract:
        body: [article]
      schedule:
        every: 6h
      """;

  private TestCorpus() {}

  public static Workspace open(Path folder) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(rules.resolve("a.example.yml"), RULE);
    Workspace workspace =
        Workspace.open(
            new DataFolder(folder), LiveRules.of(rules), Clock.fixed(NOW, ZoneOffset.UTC));
    run(workspace, "a.example", NOW.minusSeconds(7200), 7, 2);
    run(workspace, "a.example", NOW.minusSeconds(3600), 4, 0);
    article(workspace, "https://a.example/1", "The <b>first</b>", "en");
    article(workspace, "https://a.example/2", "الخبر الثاني", "ar");
    run(workspace, "b.example", NOW, 1, 0);
    article(workspace, "https://b.example/3", "Third", "");
    return workspace;
  }

  private static void run(Workspace workspace, String site, Instant started, int fresh, int bad) {
    workspace
        .jdbi()
        .useTransaction(
            handle -> {
              long run = Runs.start(handle, site, started);
              RunCounts counts = new RunCounts(10, 1, 2, bad, 0, fresh, 0);
              Runs.finish(handle, run, started.plusSeconds(60), counts);
            });
  }

  private static void article(Workspace workspace, String address, String headline, String language)
      throws IOException {
    Url url = Url.of(address);
    String html =
        "<html><body><nav>Home</nav><article><h1>"
            + headline
            + "</h1><p>The whole story of it, told at length, with a beginning and an end.</p>"
            + "</article></body></html>";
    FetchedPage page =
        new FetchedPage(
            url,
            url,
            NOW,
            200,
            List.of(new Header("Content-Type", "text/html; charset=utf-8")),
            html.getBytes(StandardCharsets.UTF_8));
    WarcPosition position = workspace.archive().append(page);
    workspace.archive().flush();
    Article article =
        new Article(
            url,
            url,
            headline,
            null,
            List.of("The whole story of " + address + "."),
            null,
            null,
            language.isEmpty() ? null : language,
            "auto",
            0.875);
    String file = workspace.texts().write(article, NOW);
    workspace
        .jdbi()
        .useTransaction(
            handle ->
                Articles.save(
                    handle,
                    article,
                    file,
                    new TextCounts(1, 1, 40, 4),
                    true,
                    NOW,
                    List.of(new ArticlePart(url, position)),
                    ""));
  }
}
