// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.winnow.corpus.FetchedPage;

/** Which software a site runs on, as its pages give it away: sites of one kind share templates. */
public final class SiteSoftware {
  private static final int LONGEST = 80;

  /** What is found in the pages of each; the first hit counts. */
  private static final Map<String, String> MARKS = marks();

  private SiteSoftware() {}

  /** What the page's generator says, else what its paths give away; empty if neither does. */
  public static Optional<String> of(FetchedPage page) {
    if (PageParser.unreadable(page).isPresent()) {
      return Optional.empty();
    }
    Document document = PageParser.parse(page).document();
    String generator = CleanText.of(new PageScan(document).meta("generator"));
    if (!generator.isEmpty() && generator.length() <= LONGEST) {
      return Optional.of(generator);
    }
    for (Map.Entry<String, String> mark : MARKS.entrySet()) {
      if (!document.select(mark.getKey()).isEmpty()) {
        return Optional.of(mark.getValue());
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> marks() {
    Map<String, String> marks = new LinkedHashMap<>();
    marks.put("[src*=/wp-content/], [href*=/wp-content/], [href*=/wp-includes/]", "WordPress");
    marks.put("[src*=/sites/default/files/], [data-drupal-selector]", "Drupal");
    marks.put("[src*=/media/jui/], [href*=/media/jui/], [src*=/media/vendor/joomla]", "Joomla");
    marks.put("[src*=/typo3temp/], [href*=/typo3temp/]", "TYPO3");
    marks.put("[href*=/ghost/], [src*=/ghost/]", "Ghost");
    marks.put("[src*=static.wixstatic.com]", "Wix");
    marks.put("[src*=static1.squarespace.com]", "Squarespace");
    marks.put("[src*=cdn.shopify.com]", "Shopify");
    return marks;
  }
}
