// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.HeadingRule.Until;
import org.winnow.siterules.PhraseHit;
import org.winnow.siterules.PhraseLists;
import org.winnow.siterules.Preset;
import org.winnow.siterules.Zone;

/**
 * Drops the lines that the phrase lists know, and with a heading what belongs to it.
 *
 * @param phrases the lists
 * @param presets the presets that apply, or null for all
 */
record PhraseLabeller(PhraseLists phrases, @Nullable Set<Preset> presets) implements BlockLabeller {

  /** The longest phrase has about 300 characters with its gaps filled; what is longer is prose. */
  private static final int LONGEST = 320;

  @Override
  public void label(Labelling labelling) {
    int head = Prose.first(labelling);
    for (int i = 0; i < labelling.size(); i++) {
      if (labelling.isContent(i) && labelling.page().text(i).length() <= LONGEST) {
        String text = labelling.page().text(i);
        Optional<PhraseHit> hit = phrases.match(text, labelling.page().block(i).linkDensity());
        if (hit.isPresent() && applies(hit.get(), i, head)) {
          String reason = "phrases:" + hit.get().phrase();
          int end = hit.get().isHeading() ? Regions.end(labelling, i, Until.BLANK) : i + 1;
          if (end == i + 1) {
            labelling.drop(i, reason);
          } else {
            Guard.drop(labelling, RuleRemovals.range(i, end), reason);
          }
        }
      }
    }
  }

  private boolean applies(PhraseHit hit, int block, int head) {
    return (presets == null || presets.contains(hit.preset()))
        && (hit.zone() != Zone.HEAD || block < head);
  }
}
