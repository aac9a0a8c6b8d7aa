// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import edu.uci.ics.crawler4j.frontier.DocIDServer;

/** Crawler4j's table of seen addresses, which nothing asks: each address is once in the catalog. */
final class NoDocIds implements DocIDServer {
  private static final int UNSEEN = -1;

  @Override
  public int getDocId(String url) {
    return UNSEEN;
  }

  @Override
  public int getNewDocID(String url) {
    return UNSEEN;
  }

  @Override
  public void addUrlAndDocId(String url, int docId) {}

  @Override
  public boolean isSeenBefore(String url) {
    return false;
  }

  @Override
  public int getDocCount() {
    return 0;
  }

  @Override
  public void close() {}
}
