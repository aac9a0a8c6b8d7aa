// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Label;
import org.winnow.siterules.MatchKey;

/**
 * Headline and kicker where the rule says what they are.
 *
 * @param title the headline, or null where the rule says nothing or finds nothing
 * @param subtitle the kicker, or null
 */
record RuleHeadline(RuleFields.@Nullable Value title, RuleFields.@Nullable Value subtitle)
    implements BlockLabeller {

  @Override
  public void label(Labelling labelling) {
    int body = HeadlineLines.firstProse(labelling);
    if (body < 0) {
      return;
    }
    if (title != null) {
      labelling.headline(title.text());
      mark(labelling, title, Label.HEADLINE, "site:extract.title", body);
    }
    if (subtitle != null) {
      labelling.kicker(subtitle.text());
      mark(labelling, subtitle, Label.KICKER, "site:extract.subtitle", body);
    }
  }

  private static void mark(
      Labelling labelling, RuleFields.Value value, Label label, String key, int body) {
    String folded = MatchKey.of(value.text());
    int chosen = find(labelling, value, folded, body);
    if (chosen >= 0) {
      labelling.decide(chosen, label, key + "[" + value.alternative() + "]");
    }
    HeadlineLines.dropRepeated(labelling, folded, chosen, body);
  }

  private static int find(Labelling labelling, RuleFields.Value value, String folded, int body) {
    PageBlocks page = labelling.page();
    int number = value.element() == null ? -1 : page.numberOf(value.element());
    if (number >= 0 && page.elements().end(number) == page.elements().first(number) + 1) {
      return page.elements().first(number);
    }
    for (int i = 0; i <= Math.min(body + 2, page.size() - 1); i++) {
      if (MatchKey.of(page.text(i)).equals(folded)) {
        return i;
      }
    }
    return -1;
  }
}
