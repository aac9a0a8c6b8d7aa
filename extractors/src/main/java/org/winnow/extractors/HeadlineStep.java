// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.winnow.siterules.MatchKey;

/**
 * Removes what repeats a headline before or after the prose: the same line once more, several
 * copies on one line, and a copy behind the site's name; and the lines that hold that name alone.
 */
final class HeadlineStep implements LineStep {

  /** Shorter lines repeat by chance. */
  private static final int HEADLINE_WORDS = 3;

  /**
   * Headline, kicker, a name; where more lines repeat, the text is a list of products or a table.
   */
  private static final int MOST_HEADLINES = 3;

  /** A site's name is short. */
  private static final int NAME_WORDS = 5;

  private static final String[] SEPARATORS = {" - ", " – ", " — ", " | ", " :: ", " » ", " • "};

  @Override
  public void label(LineSheet sheet) {
    Map<String, Integer> bare = bareLines(sheet, false);
    Map<String, Integer> headlines = bareLines(sheet, true);
    if (repeated(sheet, headlines) > MOST_HEADLINES) {
      headlines = Map.of();
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < sheet.size(); i++) {
      if (isOutside(sheet, i)) {
        namedCopy(sheet, i, bare, names);
      }
    }
    for (int i = 0; i < sheet.size(); i++) {
      if (!isOutside(sheet, i) || !sheet.isKept(i)) {
        continue;
      }
      TextLine line = sheet.line(i);
      int first = headlines.getOrDefault(line.key(), i);
      if (first < i && line.weight() >= HEADLINE_WORDS) {
        sheet.remove(i, "headline:repeats line " + sheet.line(first).number());
      } else if (isGlued(line, bare)) {
        sheet.remove(i, "headline:copies of a line");
      } else if (names.contains(line.key())) {
        sheet.remove(i, "headline:the site's name");
      }
    }
  }

  /** How many of the headlines stand in the text again. */
  private static int repeated(LineSheet sheet, Map<String, Integer> headlines) {
    Set<String> again = new HashSet<>();
    for (int i = 0; i < sheet.size(); i++) {
      String key = sheet.line(i).key();
      if (isOutside(sheet, i) && headlines.getOrDefault(key, i) < i) {
        again.add(key);
      }
    }
    return again.size();
  }

  /** The first line of each key that may be a headline; of the text's own or of any. */
  private static Map<String, Integer> bareLines(LineSheet sheet, boolean ofTheText) {
    Map<String, Integer> bare = new HashMap<>();
    for (int i = 0; i < sheet.size(); i++) {
      boolean isFirst = i == sheet.section(i).from() || sheet.section(i).isHead(i);
      if (!sheet.line(i).key().isEmpty()
          && sheet.line(i).weight() >= HEADLINE_WORDS
          && (isFirst || !ofTheText)) {
        bare.putIfAbsent(sheet.line(i).key(), i);
      }
    }
    return bare;
  }

  /** Outside the prose, or the text's first line once more, which a page's title often is. */
  private static boolean isOutside(LineSheet sheet, int i) {
    return sheet.isOutside(i)
        || (i > 0
            && sheet.section(i).hasProse()
            && sheet.line(i).weight() >= LineSheet.PROSE_WORDS
            && sheet.line(i).key().equals(sheet.line(0).key()));
  }

  /**
   * Removes {@code name - headline} and {@code headline - name} where the headline stands alone.
   */
  private static void namedCopy(
      LineSheet sheet, int i, Map<String, Integer> bare, Set<String> names) {
    String text = sheet.line(i).text();
    for (String separator : SEPARATORS) {
      int first = text.indexOf(separator);
      int last = text.lastIndexOf(separator);
      if (first < 0) {
        continue;
      }
      String before = text.substring(0, first);
      String after = text.substring(last + separator.length());
      boolean isNameFirst =
          bare.containsKey(MatchKey.of(text.substring(first + separator.length())));
      boolean isNameLast = bare.containsKey(MatchKey.of(text.substring(0, last)));
      String name = isNameFirst ? before : after;
      if ((isNameFirst || isNameLast) && TextLine.of(0, name).weight() <= NAME_WORDS) {
        names.add(MatchKey.of(name));
        sheet.remove(i, "headline:a copy with the site's name");
      }
    }
  }

  /** Whether the line is one headline twice or more. */
  private static boolean isGlued(TextLine line, Map<String, Integer> bare) {
    String key = line.key();
    for (int copies = 2; copies <= 4; copies++) {
      int length = (key.length() - (copies - 1)) / copies;
      if (length * copies + copies - 1 != key.length() || length == 0) {
        continue;
      }
      String one = key.substring(0, length);
      if (bare.containsKey(one) && key.equals(String.join(" ", Collections.nCopies(copies, one)))) {
        return true;
      }
    }
    return false;
  }
}
