// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** Removes the lines that recur over many texts of the folder. */
final class RecurringStep implements LineStep {

  /** Above this share of its prose a text is a copy of others rather than full of boilerplate. */
  private static final double LARGEST_SHARE_OF_PROSE = 0.4;

  private final RecurringLines recurring;

  RecurringStep(RecurringLines recurring) {
    this.recurring = recurring;
  }

  @Override
  public void label(LineSheet sheet) {
    int words = 0;
    for (int i = 0; i < sheet.size(); i++) {
      words += isRecurring(sheet, i) && sheet.isProse(i) ? sheet.line(i).weight() : 0;
    }
    if (words > LARGEST_SHARE_OF_PROSE * sheet.proseWords(0, sheet.size())) {
      return;
    }
    for (int i = 0; i < sheet.size(); i++) {
      if (isRecurring(sheet, i)) {
        int count = recurring.textsWith(sheet.line(i).key());
        sheet.remove(i, "recurring:in " + count + " of " + recurring.texts() + " texts");
      }
    }
  }

  private boolean isRecurring(LineSheet sheet, int i) {
    String key = sheet.line(i).key();
    return !key.isEmpty() && recurring.isRecurring(key, sheet.isOutside(i));
  }
}
