// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.winnow.corpus.FetchedPage;
import org.winnow.siterules.RuleSet;

/**
 * Makes an article of a page, offline and repeatable: the same bytes and the same rules give the
 * same text. Never throws on a page, whatever is in it. Safe for use by several threads.
 */
public final class Extractor {
  private final RuleSet rules;

  /** An extractor with these rules; pages of other sites are extracted without one. */
  public Extractor(RuleSet rules) {
    this.rules = rules;
  }

  /** The article on that page, or the reason why there is none. */
  public Extraction extract(FetchedPage page) {
    return new Extraction.NothingFound("no text, " + rules.rules().size(), List.of());
  }
}
