// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.ArticleVersion;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.FetchedPage.Header;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.TextCounts;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.extractors.SiteTitles;
import org.winnow.siterules.BundledRules;
import org.winnow.siterules.RuleFolder;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleSet;

/** A data folder with made-up articles, and the pages that review it. */
final class Library implements AutoCloseable {
  static final String SITE = "news.example";
  private static final Instant NOON = Instant.parse("2026-01-26T12:00:00Z");
  private static final String RULE =
      """
      version: 1
      site: https://news.example/
      extract:
        body: article
      remove:
        selectors: .share
      """;

  private final Path folder;
  private final Catalog catalog;
  private final PageArchive archive;
  private final TextCorpus texts;
  private final DocumentPages pages;

  Library(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("rules/news.example"));
    Files.writeString(ruleFile(), RULE);
    catalog = Catalog.open(folder.resolve("catalog.db"));
    archive = PageArchive.open(folder.resolve("archive"), Optional.empty(), Clock.systemUTC());
    texts = new TextCorpus(folder.resolve("text"));
    pages =
        new DocumentPages(
            catalog.jdbi(), archive, texts, this::rules, new SiteTitles(), Clock.systemUTC());
  }

  Path ruleFile() {
    return folder.resolve("rules/news.example/rule.yml");
  }

  Path folder() {
    return folder;
  }

  Jdbi jdbi() {
    return catalog.jdbi();
  }

  DocumentPages pages() {
    return pages;
  }

  RuleSet rules() {
    return new RuleReader(JsoupSelectors.INSTANCE)
        .read(BundledRules.sources(), RuleFolder.sources(folder.resolve("rules")))
        .rules();
  }

  /** An article with that headline and those paragraphs, on a page with more than that. */
  long add(String path, String headline, String... paragraphs) throws IOException {
    String html =
        "<!doctype html><html dir=auto><head><title>"
            + headline
            + "</title><meta property=og:type content=article></head><body><nav><a href=/>Home</a>"
            + " <a href=/world>World</a></nav><article><h1>"
            + headline
            + "</h1><div class=share>Share this</div><p>"
            + String.join("</p><p>", paragraphs)
            + "</p></article><footer>All rights reserved</footer></body></html>";
    return addPage(path, html);
  }

  /** The article on that page. */
  long addPage(String path, String html) throws IOException {
    return addPage(path, html.getBytes(StandardCharsets.UTF_8));
  }

  long addPage(String path, byte[] html) throws IOException {
    Url url = Url.of("https://" + SITE + "/" + path);
    FetchedPage page =
        new FetchedPage(
            url,
            url,
            NOON,
            200,
            List.of(new Header("Content-Type", "text/html; charset=utf-8")),
            html);
    WarcPosition position = archive.append(page);
    Extracted extracted = (Extracted) new Extractor(rules()).extract(page);
    return save(extracted.article(), TextCounts.of(extracted.blocks()), position);
  }

  /** Saves an article again with another text, as a crawl or a re-extraction does. */
  long change(long id, String text) throws IOException {
    return jdbi()
        .withHandle(
            handle -> {
              var before = Articles.find(handle, id).orElseThrow();
              ArticleVersion.keep(handle, before, texts.read(before.file()), null);
              Article article =
                  new Article(
                      before.url(),
                      before.canonical(),
                      before.headline(),
                      null,
                      List.of(text),
                      null,
                      null,
                      before.language(),
                      before.rule(),
                      before.confidence());
              texts.write(before.file(), article.text());
              return Articles.save(
                      handle,
                      article,
                      before.file(),
                      before.counts(),
                      true,
                      NOON,
                      Articles.parts(handle, id),
                      "")
                  .id();
            });
  }

  private long save(Article article, TextCounts counts, WarcPosition position) throws IOException {
    String file = texts.write(article, NOON);
    return jdbi()
        .withHandle(
            handle ->
                Articles.save(
                        handle,
                        article,
                        file,
                        counts,
                        true,
                        NOON,
                        List.of(new ArticlePart(article.url(), position)),
                        "")
                    .id());
  }

  String text(long id) throws IOException {
    String file = jdbi().withHandle(handle -> Articles.find(handle, id).orElseThrow().file());
    return texts.read(file);
  }

  @Override
  public void close() throws IOException {
    pages.close();
    archive.close();
    catalog.close();
  }
}
