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

  /** Comments and what stands under a single word: if they were more, they may be the article. */
  private static final double LARGEST_SHARE = 0.4;

  /** Names and times, which stand between comments, have at most so many words. */
  private static final int NAME_WORDS = 5;

  /** Paragraphs of comments that stand under a name; longer comments have more than one. */
  private static final double SHARE_OF_SIGNED = 0.7;

  /** Each heading is a look at the whole text; a text of nothing but headings must end, too. */
  private static final int MOST_HEADINGS = 100;

  /** A subheading under a list of links is shorter than the links. */
  private static final int SUBHEADING_WORDS = 5;

  /** What follows these belongs to them; a heading of a menu or a form ends where it stands. */
  private static final Set<Preset> WITH_REGION =
      EnumSet.of(Preset.COMMENTS, Preset.MOST_READ, Preset.RELATED, Preset.READ_ALSO);

  private static final Set<Preset> WITHOUT_LINKS =
      EnumSet.of(Preset.READ_ALSO, Preset.ADVERTISEMENT);

  @Override
  public void label(LineSheet sheet) {
    int looks = 0;
    for (int i = 0; i < sheet.size(); i++) {
      PhraseHit hit = sheet.hit(i).orElse(null);
      if (hit == null) {
        continue;
      }
      if (hit.isHeading() && sheet.isKept(i) && looks++ < MOST_HEADINGS) {
        region(sheet, i, hit);
      } else if (hit.preset() == Preset.READ_ALSO && !sheet.isKept(i)) {
        link(sheet, i, hit);
      }
    }
  }

  private static void region(LineSheet sheet, int heading, PhraseHit hit) {
    boolean isOneWord = sheet.line(heading).weight() == 1;
    if (!WITH_REGION.contains(hit.preset()) || (isOneWord && !isClear(sheet, heading))) {
      if (sheet.isOutside(heading)) {
        sheet.remove(heading, PhraseStep.reason(hit));
      }
      return;
    }
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

  /** Removes the headline on the line after "Read also:". */
  private static void link(LineSheet sheet, int label, PhraseHit hit) {
    boolean isOpen = sheet.line(label).text().endsWith(":") && label + 1 < sheet.size();
    if (isOpen && !sheet.isProse(label + 1) && !sheet.line(label + 1).isFinished()) {
      sheet.remove(
          label + 1, PhraseStep.reason(hit) + " (line " + sheet.line(label).number() + ")");
    }
  }

  /** A single word may be a subheading or an item; as a heading it stands under the prose. */
  private static boolean isClear(LineSheet sheet, int heading) {
    boolean isUnderProse =
        sheet.section(heading).isTail(heading) || areComments(sheet, heading + 1);
    return isUnderProse
        && sheet.words(heading + 1, sheet.size()) <= LARGEST_SHARE * sheet.words(0, sheet.size());
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

  /** Whether every paragraph from there on stands under somebody's name or a time. */
  private static boolean areComments(LineSheet sheet, int from) {
    int signed = 0;
    int prose = 0;
    for (int i = from; i < sheet.size(); i++) {
      if (sheet.isProse(i)) {
        prose++;
        signed += (isName(sheet, i - 1, from) || isName(sheet, i - 2, from)) ? 1 : 0;
      }
    }
    return signed >= SHARE_OF_SIGNED * prose
        && sheet.proseWords(from, sheet.size())
            <= LARGEST_SHARE * sheet.proseWords(0, sheet.size());
  }

  private static boolean isName(LineSheet sheet, int i, int from) {
    return i >= from && sheet.line(i).weight() <= NAME_WORDS && !sheet.line(i).isFinished();
  }
}
