// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.EnumSet;
import java.util.Set;
import org.winnow.siterules.PhraseHit;
import org.winnow.siterules.Preset;

/**
 * Removes what stands under a heading of boilerplate ("most read", "comments"): up to the next
 * paragraph of prose, or to the end of the text. Prose ends a region, except that of comments: what
 * readers wrote is prose, too, and goes if nothing but comments follows.
 */
final class HeadingRegionStep implements LineStep {

  /** Comments may take this share of the prose; if they were more, they may be the article. */
  private static final double LARGEST_SHARE_OF_COMMENTS = 0.4;

  /** Names and times, which stand between comments, have at most so many words. */
  private static final int NAME_WORDS = 5;

  /** A subheading under a list of links is shorter than the links. */
  private static final int SUBHEADING_WORDS = 5;

  private static final Set<Preset> WITHOUT_LINKS = EnumSet.of(Preset.READ_ALSO, Preset.ADVERTISEMENT);

  @Override
  public void label(LineSheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      PhraseHit hit = sheet.hit(i).orElse(null);
      if (hit != null && hit.isHeading() && sheet.isKept(i)) {
        region(sheet, i, hit);
      }
    }
  }

  private static void region(LineSheet sheet, int heading, PhraseHit hit) {
    int end = nextProse(sheet, heading + 1);
    if (end < sheet.size() && hit.preset() == Preset.COMMENTS && areComments(sheet, heading + 1)) {
      end = sheet.size();
    }
    boolean isInside = end < sheet.size() && !sheet.section(heading).isHead(heading);
    if (isInside) {
      end = withoutSubheading(sheet, heading + 1, end);
      if (end == heading + 1 && !WITHOUT_LINKS.contains(hit.preset())) {
        return; // followed by prose at once: a subheading of the article
      }
    }
    String reason = PhraseStep.reason(hit);
    sheet.remove(heading, reason);
    if (sheet.section(heading).isHead(heading)) {
      return; // a menu's heading above the article: what follows may be the headline
    }
    for (int i = heading + 1; i < end; i++) {
      sheet.remove(i, reason + " (line " + sheet.line(heading).number() + ")");
    }
  }

  private static int nextProse(LineSheet sheet, int from) {
    for (int i = from; i < sheet.size(); i++) {
      if (sheet.isProse(i)) {
        return i;
      }
    }
    return sheet.size();
  }

  private static int withoutSubheading(LineSheet sheet, int from, int end) {
    if (end - from < 2 || sheet.line(end - 1).weight() > SUBHEADING_WORDS) {
      return end;
    }
    for (int i = from; i < end - 1; i++) {
      if (sheet.isKept(i) && sheet.line(i).weight() <= SUBHEADING_WORDS) {
        return end;
      }
    }
    return end - 1;
  }

  private static boolean areComments(LineSheet sheet, int from) {
    int names = 0;
    int prose = 0;
    for (int i = from; i < sheet.size(); i++) {
      if (sheet.isProse(i)) {
        prose++;
      } else if (sheet.line(i).weight() <= NAME_WORDS) {
        names++;
      }
    }
    return names >= prose
        && sheet.proseWords(from, sheet.size())
            <= LARGEST_SHARE_OF_COMMENTS * sheet.proseWords(0, sheet.size());
  }
}
