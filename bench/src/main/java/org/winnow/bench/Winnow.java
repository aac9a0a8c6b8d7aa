// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.siterules.RuleSet;

/** Winnow without any rule. It reads the page's bytes itself. */
public record Winnow(Extractor extractor) implements Contender {
  public Winnow() {
    this(new Extractor(RuleSet.none()));
  }

  @Override
  public String name() {
    return "winnow";
  }

  @Override
  public TakenText take(FetchedPage page, String html) {
    Extraction extraction = extractor.extract(page);
    return extraction instanceof Extracted found
        ? new TakenText(
            found.article().text(),
            found.article().bodyText(),
            found.article().confidence(),
            "article")
        : TakenText.NOTHING;
  }
}
