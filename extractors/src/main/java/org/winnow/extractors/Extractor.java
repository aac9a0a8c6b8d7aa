// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.winnow.corpus.Article;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Label;
import org.winnow.corpus.LabelledBlock;
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
    Document document = PageParser.parse(page);
    PageBlocks blocks = BlockReader.read(document);
    Labelling labelling = new Labelling(blocks, PageTitles.of(document));
    new AutomaticBody().label(labelling);
    List<String> body = new ArrayList<>();
    String headline = null;
    List<LabelledBlock> labelled = labelling.blocks();
    for (LabelledBlock b : labelled) {
      if (b.label() == Label.HEADLINE) {
        headline = b.block().text();
      } else if (b.isContent()) {
        body.add(b.block().text());
      }
    }
    if (body.isEmpty()) {
      return new Extraction.NothingFound("no text" + rules.rules().size(), labelled);
    }
    return new Extraction.Extracted(
        new Article(
            page.url(),
            page.url(),
            headline,
            null,
            body,
            null,
            null,
            null,
            "auto",
            labelling.confidence()),
        labelled,
        null);
  }
}
