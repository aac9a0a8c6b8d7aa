// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.jsoup.nodes.Element;

/** Which blocks elements cover. */
final class Coverage {
  private Coverage() {}

  static boolean[] of(PageBlocks page, List<Element> elements) {
    boolean[] covered = new boolean[page.size()];
    for (Element element : elements) {
      int number = page.numberOf(element);
      if (number >= 0) {
        for (int i = page.elements().first(number); i < page.elements().end(number); i++) {
          covered[i] = true;
        }
      }
    }
    return covered;
  }
}
