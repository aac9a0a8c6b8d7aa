// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

record PageTitles(List<String> titles) {
  static PageTitles of(Document document) {
    List<String> titles = new ArrayList<>();
    for (Element meta : document.head().children()) {
      if (meta.attr("property").equals("og:title") || meta.attr("name").equals("twitter:title")) {
        titles.add(meta.attr("content"));
      }
    }
    titles.add(document.title());
    return new PageTitles(titles);
  }
}
