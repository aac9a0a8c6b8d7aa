// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text as a search takes them: what writers do not agree on is folded. Letters lose
 * their marks (hamza, diacritics, accents) and tatweel, alef maqsura is ya, ta marbuta is ha,
 * Persian and Urdu letters are Arabic ones, digits are 0 to 9, capitals are small. Scripts that do
 * not part words give one word for each letter.
 */
final class SearchWords {
  /** What is longer is no word; it is parted, so that its beginning is found. */
  private static final int LONGEST = 64;

  /** Nobody types more; each costs a look into the index. */
  private static final int MOST_WORDS = 12;

  private static final char TATWEEL = '\u0640';

  private static final Map<Character, Character> SAME =
      Map.ofEntries(
          Map.entry('\u0671', '\u0627'), // alef wasla
          Map.entry('\u0629', '\u0647'), // ta marbuta
          Map.entry('\u0649', '\u064a'), // alef maqsura
          Map.entry('\u06cc', '\u064a'), // Farsi yeh
          Map.entry('\u06d2', '\u064a'), // yeh barree
          Map.entry('\u06a9', '\u0643'), // keheh
          Map.entry('\u06be', '\u0647'), // heh doachashmee
          Map.entry('\u06c1', '\u0647'), // heh goal
          Map.entry('\u06d5', '\u0647')); // ae

  private static final Pattern PART =
      Pattern.compile("[\"“”«»]([^\"“”«»]*)[\"“”«»]|([^\\s\"“”«»]+)");

  private SearchWords() {}

  /** The words, folded, with a blank between them. */
  static String of(String text) {
    String parted = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder words = new StringBuilder(parted.length());
    boolean isApart = false;
    for (int i = 0; i < parted.length(); ) {
      int c = parted.codePointAt(i);
      i += Character.charCount(c);
      if (isMark(c)) {
        continue;
      }
      if (!Character.isLetterOrDigit(c)) {
        isApart = true;
        continue;
      }
      boolean isAlone = isUnparted(c);
      if ((isApart || isAlone) && !words.isEmpty()) {
        words.append(' ');
      }
      isApart = isAlone;
      append(words, c);
    }
    return words.toString();
  }

  /** The FTS5 query for those words; empty if there is none among them. */
  static Optional<String> query(String typed) {
    List<String> terms = new ArrayList<>();
    Matcher part = PART.matcher(typed);
    while (part.find() && terms.size() < MOST_WORDS) {
      boolean isPhrase = part.group(1) != null;
      String folded = of(isPhrase ? part.group(1) : part.group(2));
      if (!folded.isEmpty()) {
        terms.add(term(folded, isPhrase || folded.indexOf(' ') >= 0));
      }
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", terms));
  }

  /** Folded words are letters, digits and blanks: nothing in them has a meaning to FTS5. */
  private static String term(String folded, boolean isPhrase) {
    if (isPhrase) {
      return '"' + folded + "\"*";
    }
    List<String> forms = new ArrayList<>();
    for (String form : SearchPrefixes.forms(folded)) {
      forms.add('"' + form + "\"*");
    }
    return '(' + String.join(" OR ", forms) + ')';
  }

  private static void append(StringBuilder words, int c) {
    int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
    if (digit >= 0) {
      words.append((char) ('0' + digit));
    } else if (Character.isBmpCodePoint(c)) {
      char letter = (char) c;
      words.append(SAME.getOrDefault(letter, letter).charValue());
    } else {
      words.appendCodePoint(c);
    }
    int start = words.lastIndexOf(" ") + 1;
    if (words.length() - start > LONGEST) {
      words.append(' ');
    }
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return c == TATWEEL
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  private static boolean isUnparted(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
