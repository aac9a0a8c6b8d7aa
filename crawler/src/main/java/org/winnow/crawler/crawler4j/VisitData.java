// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import edu.uci.ics.crawler4j.parser.ParseData;
import edu.uci.ics.crawler4j.url.WebURL;
import java.util.Set;
import org.winnow.corpus.FetchedPage;

/**
 * The fetched page, as crawler4j's parse data. It shows no links: they are read in the visit and
 * written together with the page.
 */
record VisitData(FetchedPage page) implements ParseData {

  @Override
  public Set<WebURL> getOutgoingUrls() {
    return Set.of();
  }

  @Override
  public void setOutgoingUrls(Set<WebURL> outgoingUrls) {
    throw new UnsupportedOperationException("links are read in the visit");
  }
}
