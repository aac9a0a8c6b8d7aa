// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * Removes what is left among removed lines before and after the prose: a line of a few words with
 * boilerplate on both sides, and ornaments that separate nothing any more.
 */
final class EnclosedStep implements LineStep {

  /** Captions, places, names of columns. */
  private static final int WORDS = 3;

  @Override
  public void label(LineSheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.isKept(i) && sheet.isOutside(i) && isEnclosed(sheet, i)) {
        sheet.remove(i, "enclosed:between removed lines");
      }
    }
  }

  private static boolean isEnclosed(LineSheet sheet, int i) {
    Section section = sheet.section(i);
    TextLine line = sheet.line(i);
    boolean isFirst = i == section.from();
    boolean isLast = i == section.to() - 1;
    boolean afterRemoved = !isFirst && !sheet.isKept(i - 1);
    boolean beforeRemoved = !isLast && !sheet.isKept(i + 1);
    if (line.key().isEmpty()) {
      return (isFirst || afterRemoved) && (isLast || beforeRemoved);
    }
    if (line.weight() > WORDS || line.isFinished()) {
      return false;
    }
    if (section.isTail(i)) {
      return afterRemoved && beforeRemoved;
    }
    return afterRemoved && beforeRemoved && hasHeadlineAbove(sheet, section, i);
  }

  private static boolean hasHeadlineAbove(LineSheet sheet, Section section, int i) {
    for (int above = section.from(); above < i; above++) {
      if (sheet.isKept(above) && sheet.line(above).weight() > WORDS) {
        return true;
      }
    }
    return false;
  }
}
