// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.winnow.siterules.MatchKey;

/**
 * Removes captions and lines that only say who wrote the text and where, between a headline and the
 * first paragraph.
 */
final class CreditStep implements LineStep {

  /** Captions are a sentence or two. */
  private static final int CAPTION_WORDS = 45;

  /** Names of one or two people. */
  private static final int BYLINE_WORDS = 7;

  /** A place, and a name beside it: at most so many words each. */
  private static final int PART_WORDS = 3;

  /** What stands beside a date and time in one line, at most. */
  private static final int STAMP_WORDS = 8;

  /** Words of names that are not capitalised: von, de la, al, und. */
  private static final int PARTICLE_LETTERS = 3;

  private static final String[] SEPARATORS = {" - ", " – ", " — "};

  private final List<String> captions;
  private final List<String> bylines;
  private final DateShape dates;

  CreditStep(DateShape dates) {
    this.dates = dates;
    captions = WordList.read("captions.txt").stream().map(MatchKey::of).toList();
    bylines = WordList.read("bylines.txt").stream().map(MatchKey::of).toList();
  }

  @Override
  public void label(LineSheet sheet) {
    for (Section section : sheet.sections()) {
      boolean isUnderHeadline = false;
      for (int i = section.from(); i < section.firstProse(); i++) {
        if (!sheet.isKept(i)) {
          continue;
        }
        TextLine line = sheet.line(i);
        boolean isLast = sheet.nextKept(i) == section.firstProse();
        if (isUnderHeadline && isCaption(line)) {
          sheet.remove(i, "credit:caption");
        } else if (isUnderHeadline && isByline(line)) {
          sheet.remove(i, "credit:byline");
        } else if (isUnderHeadline && isLast && isPlaceAndName(line)) {
          sheet.remove(i, "credit:place and name");
        } else if (isUnderHeadline && isPlaceAndDate(line)) {
          sheet.remove(i, "credit:place and date");
        } else if (isUnderHeadline && isStamp(line)) {
          sheet.remove(i, "credit:date and time among few words");
        } else {
          isUnderHeadline = true;
        }
      }
    }
  }

  private boolean isCaption(TextLine line) {
    return line.weight() <= CAPTION_WORDS && opensWith(line, captions) > 0;
  }

  private boolean isByline(TextLine line) {
    int length = opensWith(line, bylines);
    return length > 0
        && length < line.key().length()
        && line.weight() <= BYLINE_WORDS
        && !line.isFinished()
        && isName(withoutWords(line.text(), words(line.key().substring(0, length)).length));
  }

  private static boolean isPlaceAndName(TextLine line) {
    for (String separator : SEPARATORS) {
      String[] parts = line.text().split(separator, -1);
      if (parts.length == 2 && isShortName(parts[0]) && isShortName(parts[1])) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlaceAndDate(TextLine line) {
    String place = dates.withoutDate(line);
    return !place.equals(line.text())
        && isShortName(place)
        && line.text().startsWith(place)
        && dates.isDate(TextLine.of(0, line.text().substring(place.length())));
  }

  /** A moment of publication with an office, a counter, the buttons beside it. */
  private boolean isStamp(TextLine line) {
    return !line.isFinished()
        && dates.hasMoment(line)
        && TextLine.of(0, dates.withoutDate(line)).weight() <= STAMP_WORDS;
  }

  private static boolean isShortName(String text) {
    int words = TextLine.of(0, text).weight();
    return words >= 1 && words <= PART_WORDS && isName(text);
  }

  /**
   * Whether that may be the name of a person or a place: no digits, and capitals where they are.
   */
  private static boolean isName(String text) {
    for (String word : words(text)) {
      int first = word.codePointAt(0);
      if (Character.isDigit(first)) {
        return false;
      }
      if (Character.isLowerCase(first) && word.length() > PARTICLE_LETTERS) {
        return false;
      }
    }
    return !text.isBlank();
  }

  private static int opensWith(TextLine line, List<String> openers) {
    for (String opener : openers) {
      String key = line.key();
      boolean isWhole =
          key.length() == opener.length()
              || (key.length() > opener.length()
                  && (key.charAt(opener.length()) == ' '
                      || Character.isIdeographic(key.codePointAt(0))));
      if (key.startsWith(opener) && isWhole) {
        return opener.length();
      }
    }
    return 0;
  }

  private static String withoutWords(String text, int count) {
    String[] words = words(text);
    return String.join(" ", List.of(words).subList(Math.min(count, words.length), words.length));
  }

  private static String[] words(String text) {
    return List.of(text.split("[^\\p{L}\\p{M}\\p{N}]+", -1)).stream()
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
  }
}
