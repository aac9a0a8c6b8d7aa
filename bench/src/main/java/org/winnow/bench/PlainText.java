// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import org.jsoup.Jsoup;
import org.winnow.corpus.FetchedPage;

/** All text of the page's body: what every contender must be better than. */
record PlainText() implements Contender {
  @Override
  public String name() {
    return "plain text";
  }

  @Override
  public TakenText take(FetchedPage page, String html) {
    return TakenText.of(Jsoup.parse(html).body().text());
  }
}
