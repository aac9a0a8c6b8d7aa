// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;
import org.winnow.siterules.RuleSet;

/** The extractor by the rules in force: the one that a crawl would use now. */
final class LiveExtractor implements Supplier<Extractor> {
  private final Supplier<RuleSet> rules;
  private final SiteTitles titles;
  private @Nullable RuleSet known;
  private @Nullable Extractor extractor;

  LiveExtractor(Supplier<RuleSet> rules, SiteTitles titles) {
    this.rules = rules;
    this.titles = titles;
  }

  @Override
  public synchronized Extractor get() {
    RuleSet now = rules.get();
    Extractor made = extractor;
    if (made == null || now != known) {
      made = new Extractor(now, titles);
      extractor = made;
      known = now;
    }
    return made;
  }
}
