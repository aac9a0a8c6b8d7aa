// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.jsoup.nodes.Element;
import org.winnow.corpus.Label;
import org.winnow.siterules.Fallback;

/**
 * The body where the rule says it is: the elements of the first alternative that finds text. A page
 * on which none of them does has no content, or the one that is found without the rule.
 *
 * @param alternatives each alternative's name and the elements that it finds on the page
 * @param fallback what happens where none finds text
 * @param model what then finds it without the rule
 */
record RuleBody(List<Found> alternatives, Fallback fallback, BlockModel model)
    implements BlockLabeller {

  /** What one alternative finds. */
  record Found(String name, List<Element> elements) {}

  @Override
  public void label(Labelling labelling) {
    for (int a = 0; a < alternatives.size(); a++) {
      Found found = alternatives.get(a);
      boolean[] covered = Coverage.of(labelling.page(), found.elements());
      boolean hasText = false;
      for (boolean isCovered : covered) {
        hasText |= isCovered;
      }
      if (hasText) {
        for (int i = 0; i < covered.length; i++) {
          if (covered[i]) {
            labelling.decide(i, Label.CONTENT, "site:" + found.name());
          } else {
            labelling.decide(i, Label.BOILERPLATE, "site:outside " + found.name());
          }
        }
        labelling.confidence(0.95);
        labelling.bodyAlternative(a);
        return;
      }
    }
    for (int i = 0; i < labelling.size(); i++) {
      labelling.decide(i, Label.BOILERPLATE, "site:extract.body matched nothing");
    }
    if (fallback == Fallback.AUTO) {
      new LearnedBody(model).label(labelling);
    }
  }
}
