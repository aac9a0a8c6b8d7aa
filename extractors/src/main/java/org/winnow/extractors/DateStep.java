// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * Removes lines that are nothing but a date, and dated lists: dates with a headline under each, as
 * sites put them under an article. A chronology, whose dates stand over paragraphs or run from old
 * to new, is left alone.
 */
final class DateStep implements LineStep {

  /** The date of an article stands among the first lines of its section. */
  private static final int FIRST_LINES = 5;

  /** So many dated headlines are a list. */
  private static final int ENTRIES = 2;

  private final DateShape dates;

  DateStep(DateShape dates) {
    this.dates = dates;
  }

  @Override
  public void label(LineSheet sheet) {
    for (Section section : sheet.sections()) {
      boolean[] isDate = new boolean[sheet.size()];
      int overProse = 0;
      int listed = 0;
      int entries = 0;
      for (int i = section.from(); i < section.to(); i++) {
        isDate[i] = dates.isDate(sheet.line(i));
        boolean hasNext = isDate[i] && i + 1 < section.to();
        overProse += hasNext && sheet.isProse(i + 1) ? 1 : 0;
        entries += hasNext && section.isTail(i) ? 1 : 0;
        listed += hasNext && isListed(sheet, section, i) ? 1 : 0;
      }
      for (int i = section.from(); i < section.to(); i++) {
        if (!isDate[i]) {
          continue;
        }
        if (listed >= ENTRIES && isListed(sheet, section, i)) {
          entry(sheet, section, i, isDate);
        } else if (overProse < ENTRIES
            && (entries < ENTRIES || !section.isTail(i))
            && isOfTheArticle(section, i)) {
          sheet.remove(i, "date:a date alone");
        }
      }
    }
  }

  /** Whether that date heads an entry of a list under the prose: it has a time, and no prose. */
  private boolean isListed(LineSheet sheet, Section section, int date) {
    return section.isTail(date)
        && dates.hasClock(sheet.line(date))
        && !sheet.line(date + 1 < sheet.size() ? date + 1 : date).isFinished();
  }

  private static void entry(LineSheet sheet, Section section, int date, boolean[] isDate) {
    String reason = "date:a list of dated headlines";
    sheet.remove(date, reason);
    int next = date + 1;
    if (next < section.to() && !isDate[next]) {
      sheet.remove(next, reason);
    }
  }

  private static boolean isOfTheArticle(Section section, int date) {
    return section.hasProse()
        && (date < section.from() + FIRST_LINES
            || (date > section.firstProse() && date <= section.firstProse() + 2)
            || section.isHead(date)
            || section.isTail(date));
  }
}
