// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;

/**
 * Protects what the rule keeps.
 *
 * @param kept what each of the rule's {@code keep} selectors finds on the page
 */
record RuleKeeps(List<RuleBody.Found> kept) implements BlockLabeller {

  @Override
  public void label(Labelling labelling) {
    for (RuleBody.Found found : kept) {
      for (int i : RuleRemovals.covered(labelling, found.elements())) {
        if (labelling.isContent(i)) {
          labelling.decide(i, labelling.label(i), "site:" + found.name());
          labelling.protect(i);
        }
      }
    }
  }
}
