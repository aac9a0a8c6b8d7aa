// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks a declared language against the scripts of the text. Counts the letters it is given; what
 * a site's template declares for all its pages loses against what the letters say.
 */
final class LanguageGuess {
  private static final int MAX_LETTERS = 1_000;

  /** No one text may speak for the page: it may be a notice in another language. */
  private static final int MAX_CHARS_OF_TEXT = 200;

  /** Fewer letters than this contradict nothing. */
  private static final int MIN_LETTERS = 60;

  private static final Set<String> ARABIC =
      Set.of(
          "ar", "fa", "ur", "ps", "ckb", "ug", "sd", "arz", "azb", "pnb", "ku", "ms", "pa", "ks");

  private static final Set<String> CYRILLIC =
      Set.of(
          "ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt", "ba", "os", "cv", "uz",
          "az", "bs", "ab", "ce", "sah");

  private static final Set<String> NEVER_LATIN =
      Set.of(
          "ar", "fa", "ur", "ps", "ckb", "ru", "uk", "be", "bg", "mk", "he", "el", "zh", "ja", "ko",
          "th", "hi", "bn", "ka", "hy");

  private static final int LATIN = 0;
  private static final int GREEK = 1;
  private static final int CYRILLIC_SCRIPT = 2;
  private static final int HEBREW = 3;
  private static final int ARABIC_SCRIPT = 4;
  private static final int DEVANAGARI = 5;
  private static final int BENGALI = 6;
  private static final int THAI = 7;
  private static final int GEORGIAN = 8;
  private static final int ARMENIAN = 9;
  private static final int HANGUL = 10;
  private static final int KANA = 11;
  private static final int HAN = 12;
  private static final int OTHER = 13;

  /** By script, the language that it stands for where nothing else is known. */
  private static final List<String> DEFAULTS =
      List.of("", "el", "ru", "he", "ar", "hi", "bn", "th", "ka", "hy", "ko", "ja", "zh", "");

  private final int[] counts = new int[DEFAULTS.size()];
  private int letters;
  private int persian;
  private int urdu;
  private int ukrainian;

  /** Whether enough was counted; more is passed over. */
  boolean isFull() {
    return letters >= MAX_LETTERS;
  }

  /** Counts the letters of a part of the text. */
  void add(String text) {
    int end = Math.min(text.length(), MAX_CHARS_OF_TEXT);
    for (int i = 0; i < end && letters < MAX_LETTERS; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        int latin = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
        letters += latin;
        counts[LATIN] += latin;
      } else if (Character.isLetter(c)) {
        letters++;
        counts[script(c)]++;
        countTelling(c);
      }
    }
  }

  /** Letters that tell languages of one script apart. */
  private void countTelling(char c) {
    switch (c) {
      case 'پ', 'چ', 'گ', 'ژ', 'ک', 'ی' -> persian++;
      case 'ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ہ' -> urdu++;
      case 'і', 'ї', 'є', 'ґ' -> ukrainian++;
      default -> {}
    }
  }

  /**
   * The BCP 47 primary language of the text; empty if nothing tells.
   *
   * @param declared what the page says, as a language tag in any spelling, or an empty string
   */
  String language(String declared) {
    String tag = Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
    if (letters < MIN_LETTERS) {
      return tag;
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    boolean japanese = best == HAN && counts[KANA] > letters / 20;
    int script = japanese ? KANA : best;
    boolean clear = japanese || counts[best] > letters * 6 / 10;
    return !clear || isWrittenIn(tag, script) ? tag : ofScript(script);
  }

  private String ofScript(int script) {
    if (script == ARABIC_SCRIPT) {
      return urdu * 20 > letters ? "ur" : persian * 25 > letters ? "fa" : "ar";
    }
    return script == CYRILLIC_SCRIPT && ukrainian * 50 > letters ? "uk" : DEFAULTS.get(script);
  }

  private static boolean isWrittenIn(String language, int script) {
    return switch (script) {
      case ARABIC_SCRIPT -> ARABIC.contains(language);
      case CYRILLIC_SCRIPT -> CYRILLIC.contains(language);
      case LATIN -> !NEVER_LATIN.contains(language);
      case HEBREW -> Set.of("he", "yi", "lad").contains(language);
      case DEVANAGARI -> Set.of("hi", "mr", "ne", "sa", "bho", "mai", "kok").contains(language);
      case BENGALI -> Set.of("bn", "as").contains(language);
      case HAN -> Set.of("zh", "ja", "yue", "wuu", "nan", "lzh").contains(language);
      case OTHER -> true;
      default -> language.equals(DEFAULTS.get(script));
    };
  }

  private static int script(char c) {
    if (c < 0x370) {
      return LATIN;
    }
    if (c < 0x600) {
      return c < 0x400 ? GREEK : c < 0x530 ? CYRILLIC_SCRIPT : c < 0x590 ? ARMENIAN : HEBREW;
    }
    if (c < 0x780) {
      return ARABIC_SCRIPT;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
      return HAN;
    }
    if (c >= 0xAC00 && c <= 0xD7AF) {
      return HANGUL;
    }
    if (c >= 0x3040 && c <= 0x30FF) {
      return KANA;
    }
    if (c >= 0x900 && c < 0xA00) {
      return c < 0x980 ? DEVANAGARI : BENGALI;
    }
    if (c >= 0xE00 && c < 0xE80) {
      return THAI;
    }
    if (c >= 0x10A0 && c < 0x1100) {
      return GEORGIAN;
    }
    if ((c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE)) {
      return ARABIC_SCRIPT;
    }
    return c >= 0x1E00 && c < 0x1F00 ? LATIN : OTHER;
  }
}
