// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.List;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.siterules.CrawlRule;

/** Where one page leads. For one thread. */
public final class FoundLinks implements Consumer<Document> {
  private final FetchedPage page;
  private final CrawlRule rule;
  private final LinkReader reader;
  private @Nullable PageLinks links;

  FoundLinks(FetchedPage page, CrawlRule rule, LinkReader reader) {
    this.page = page;
    this.rule = rule;
    this.reader = reader;
  }

  /** Where a page leads that belongs to no crawl. */
  public static FoundLinks of(FetchedPage page) {
    return new FoundLinks(page, CrawlRule.NONE, new JsoupLinkReader(""));
  }

  /** The document that the page was parsed into; only the first one counts. */
  @Override
  public void accept(Document document) {
    if (links == null) {
      links = reader.read(page, document, rule);
    }
  }

  /** The addresses that the page links to, in its order. */
  public List<Url> addresses() {
    return all().links().stream().map(Link::url).toList();
  }

  PageLinks all() {
    if (links == null) {
      links = reader.read(page, rule);
    }
    return links;
  }
}
