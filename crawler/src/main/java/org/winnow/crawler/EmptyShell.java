// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.winnow.corpus.FetchedPage;

/**
 * Tells a page whose text is yet to be made by its scripts. Such a page has next to no text of its
 * own, has scripts, and shows that it waits for them: an empty container for them to fill, a note
 * to those who have none, or its data in a script.
 */
final class EmptyShell {
  /**
   * A page with more text than this is left as it is. The shells that common frameworks generate
   * have a title and a note, under 200 characters; the shortest articles of the seed corpus have
   * some 600, and a page has its menus besides. Of 2,032 labelled pages of seven kinds, 16 are
   * taken for shells: forums, all of whose text a script makes; of the others, articles, none.
   */
  private static final int MOST_TEXT = 400;

  private static final int DATA = 500;

  private EmptyShell() {}

  static boolean isOne(FetchedPage page) {
    Document document;
    try {
      document = Jsoup.parse(new ByteArrayInputStream(page.body()), null, page.url().toString());
    } catch (IOException unreadable) {
      return false;
    }
    Element body = document.body();
    return !document.select("script").isEmpty()
        && text(body) <= MOST_TEXT
        && (hasNote(document) || hasEmptyContainer(body) || hasData(document));
  }

  private static int text(Element body) {
    Element copy = body.clone();
    copy.select("script, style, noscript, template").remove();
    return copy.text().length();
  }

  private static boolean hasNote(Document document) {
    return document.select("noscript").stream()
        .anyMatch(note -> !Jsoup.parse(note.html()).text().isBlank());
  }

  private static boolean hasEmptyContainer(Element body) {
    return body.select("div, main, section, article").stream()
        .anyMatch(element -> element.children().isEmpty() && element.text().isBlank());
  }

  private static boolean hasData(Document document) {
    return document.select("script:not([src])").stream()
        .anyMatch(script -> script.data().length() >= DATA);
  }
}
