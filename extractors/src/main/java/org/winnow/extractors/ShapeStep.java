// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.google.re2j.Pattern;
import org.winnow.siterules.PhraseLists;
import org.winnow.siterules.Preset;

/**
 * Removes lines by their shape alone: copyright lines, paths through the site, hash tags, fields of
 * forms. All of them only before or after the prose.
 */
final class ShapeStep implements LineStep {

  private static final int COPYRIGHT_WORDS = 25;
  private static final int FIELD_WORDS = 5;
  private static final int FIELDS = 2;
  private static final int STEP_WORDS = 4;

  private static final Pattern COPYRIGHT =
      Pattern.compile("(?i).*(©|\\(c\\) ?(19|20)\\d\\d|ⓒ|copyright (©|\\(c\\)|(19|20)\\d\\d)).*");
  private static final String STEP = "[\\p{L}\\p{M}][\\p{L}\\p{M} '’&-]*";
  private static final Pattern TRAIL = Pattern.compile(STEP + "([>›»/|] *" + STEP + "){2,}");
  private static final String TAG = "#[\\p{L}\\p{M}\\p{N}_]+";
  private static final Pattern TAGS = Pattern.compile(TAG + "([ ,،]+" + TAG + ")+");

  private final PhraseLists phrases;

  ShapeStep(PhraseLists phrases) {
    this.phrases = phrases;
  }

  @Override
  public void label(LineSheet sheet) {
    int fields = 0;
    for (int i = 0; i < sheet.size(); i++) {
      fields += sheet.isOutside(i) && isField(sheet.line(i)) ? 1 : 0;
    }
    for (int i = 0; i < sheet.size(); i++) {
      if (!sheet.isOutside(i)) {
        continue;
      }
      TextLine line = sheet.line(i);
      if (line.weight() <= COPYRIGHT_WORDS && COPYRIGHT.matches(line.text())) {
        sheet.remove(i, "shape:copyright");
      } else if (sheet.section(i).isHead(i)
          && (isTrail(line.text()) || startsAtHome(line.text()))) {
        sheet.remove(i, "shape:path through the site");
      } else if (sheet.section(i).isTail(i) && TAGS.matches(line.text())) {
        sheet.remove(i, "shape:tags");
      } else if (fields >= FIELDS && isField(line)) {
        sheet.remove(i, "shape:form");
      }
    }
  }

  /** A label with the asterisk of a field that must be filled in. */
  private static boolean isField(TextLine line) {
    return line.text().endsWith("*") && line.weight() >= 1 && line.weight() <= FIELD_WORDS;
  }

  /** Whether the first step of a path, of any length, is the site's home page. */
  private boolean startsAtHome(String text) {
    int end = 0;
    while (end < text.length() && "›»>/|".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end < text.length()
        && phrases
            .match(text.substring(0, end))
            .filter(hit -> hit.preset() == Preset.NAVIGATION)
            .isPresent();
  }

  private static boolean isTrail(String text) {
    if (!TRAIL.matches(text)) {
      return false;
    }
    for (String step : text.split("[>›»/|]", -1)) {
      if (TextLine.of(0, step).weight() > STEP_WORDS) {
        return false;
      }
    }
    return true;
  }
}
