// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.EnumSet;
import java.util.Set;
import org.winnow.siterules.PhraseHit;
import org.winnow.siterules.Preset;
import org.winnow.siterules.Zone;

/**
 * Removes the lines that the phrase lists know. Among the prose a phrase alone is not enough: prose
 * begins and reads like boilerplate now and then, and a one-word line may be a subheading.
 */
final class PhraseStep implements LineStep {

  /** What stands between two paragraphs and is hardly ever written by an author. */
  private static final Set<Preset> INSIDE_PROSE =
      EnumSet.of(Preset.ADVERTISEMENT, Preset.READ_ALSO);

  @Override
  public void label(LineSheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      PhraseHit hit = sheet.hit(i).orElse(null);
      if (hit != null && !isDate(hit) && !hit.isHeading() && isBoilerplate(sheet, i, hit)) {
        sheet.remove(i, reason(hit));
      }
    }
  }

  /** Dates need more than their shape to be boilerplate; another step looks at them. */
  private static boolean isDate(PhraseHit hit) {
    return hit.phrase().equals("date");
  }

  /** How a decision by phrase is written down. */
  static String reason(PhraseHit hit) {
    return "phrases:" + hit.phrase();
  }

  private static boolean isBoilerplate(LineSheet sheet, int i, PhraseHit hit) {
    TextLine line = sheet.line(i);
    if (hit.zone() == Zone.HEAD) {
      return isSectionName(sheet, i);
    }
    if (sheet.isOutside(i) || isBesideAHit(sheet, i)) {
      return true;
    }
    if (line.isFinished() && line.weight() >= LineSheet.PROSE_WORDS) {
      return false;
    }
    return INSIDE_PROSE.contains(hit.preset()) || line.weight() > 1;
  }

  /** Whether more of the head follows: the last line above the prose is the headline. */
  private static boolean isSectionName(LineSheet sheet, int i) {
    Section section = sheet.section(i);
    return section.isHead(i) && sheet.nextKept(i) < section.firstProse();
  }

  private static boolean isBesideAHit(LineSheet sheet, int i) {
    return (i > 0 && sheet.hit(i - 1).isPresent())
        || (i + 1 < sheet.size() && sheet.hit(i + 1).isPresent());
  }
}
