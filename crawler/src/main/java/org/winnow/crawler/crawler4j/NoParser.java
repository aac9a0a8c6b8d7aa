// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.parser.HtmlParser;
import edu.uci.ics.crawler4j.parser.Parser;
import edu.uci.ics.crawler4j.url.TLDList;
import edu.uci.ics.crawler4j.url.WebURLFactory;
import java.io.IOException;

/** In place of crawler4j's parser, which needs Tika: pages are read in the visit. */
final class NoParser extends Parser {
  private static final HtmlParser NO_HTML = new HtmlParser() {};

  NoParser(CrawlConfig config, BasicURLNormalizer normalizer, WebURLFactory urls)
      throws IOException {
    super(config, normalizer, NO_HTML, new TLDList(config), urls);
  }

  @Override
  public void parse(Page page) {}
}
