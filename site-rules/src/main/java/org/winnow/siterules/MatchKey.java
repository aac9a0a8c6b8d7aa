// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.text.Normalizer;

/**
 * The folded form of a text in which phrases and lines are compared; never written to the corpus.
 * Texts that a reader takes for the same have the same key, in any script.
 *
 * <p>What is folded: compatibility forms (NFKC), white space, punctuation and symbols (one space,
 * none at the ends), case, digits of all scripts, zero-width and bidi marks, accents of Latin
 * letters (capitals often go without), and in Arabic script tatweel, vowel marks, the seats of
 * hamza, ya, ta marbuta, and the Persian forms of ya, kaf and ha. One pass, linear in the text.
 */
public final class MatchKey {

  /** NFKC may be quadratic in hostile runs of marks; no phrase or rule is as long as this. */
  private static final int LONGEST_NORMALIZED = 4096;

  private static final char DROP = 0;
  private static final char SPACE = ' ';

  private static final int FIRST_LATIN = 0xC0;

  /**
   * The letters from U+00C0 to U+024F without case and accents.
   *
   * <p>Quirk: Turkish has i with and without a dot, in both cases; sites mix all four.
   */
  private static final String LATIN =
      "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy"
          + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllŀ"
          + "ŀllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzſ"
          + "ƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿ"
          + "ǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææǥǥggkkooooʒʒjǳǳǳggƕƿnnaaææoo"
          + "aaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿ"
          + "ɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ";

  /** What becomes of each character up to U+06FF. */
  private static final char[] FOLDED = foldedTable(0x700);

  private MatchKey() {}

  /** The key of that text; empty if nothing but punctuation and space is in it. */
  public static String of(CharSequence text) {
    CharSequence source = text;
    if (text.length() <= LONGEST_NORMALIZED && needsNormalizing(text)) {
      source = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
    StringBuilder key = new StringBuilder(source.length());
    boolean gap = false;
    int length = source.length();
    for (int i = 0; i < length; ) {
      int code = source.charAt(i);
      if (code >= FOLDED.length) {
        code = Character.codePointAt(source, i);
      }
      i += Character.charCount(code);
      int folded = code < FOLDED.length ? FOLDED[code] : fold(code);
      if (folded == SPACE) {
        gap = true;
      } else if (folded != DROP) {
        if (gap && key.length() > 0) {
          key.append(SPACE);
        }
        gap = false;
        key.appendCodePoint(folded);
      }
    }
    return key.toString();
  }

  /** Whether NFKC could change anything that the table does not fold anyway. */
  private static boolean needsNormalizing(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c < 0x300
              || (c >= 0x400 && c < 0x675)
              || (c > 0x678 && c < 0x900)
              || (c >= 0x2000 && c <= 0x206F);
      if (!plain) {
        return true;
      }
    }
    return false;
  }

  private static char[] foldedTable(int size) {
    char[] table = new char[size];
    for (int code = 0; code < size; code++) {
      boolean isLatin = code >= FIRST_LATIN && code < FIRST_LATIN + LATIN.length();
      table[code] = (char) fold(isLatin ? LATIN.charAt(code - FIRST_LATIN) : code);
    }
    return table;
  }

  private static int fold(int code) {
    return switch (code) {
      case 'ـ', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '٬' -> DROP;
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ؤ' -> 'و';
      case 'ئ', 'ى', 'ی', 'ې' -> 'ي';
      case 'ة', 'ە', 'ۀ', 'ہ', 'ۂ', 'ۃ', 'ھ' -> 'ه';
      case 'ک', 'ڪ' -> 'ك';
      case '’', 'ʼ' -> SPACE;
      default -> foldByType(code);
    };
  }

  private static int foldByType(int code) {
    int type = Character.getType(code);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return isFoldedMark(code) ? DROP : code;
    }
    if (type == Character.FORMAT) {
      return DROP;
    }
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return '0' + Character.digit(code, 10);
    }
    if (Character.isLetter(code) || type == Character.COMBINING_SPACING_MARK) {
      return Character.toLowerCase(code);
    }
    return SPACE;
  }

  /**
   * Vowel marks of Latin, Hebrew and Arabic, and variation selectors; not those of Indic scripts.
   */
  private static boolean isFoldedMark(int code) {
    return code < 0x700 || (code >= 0x8D3 && code <= 0x8FF) || (code >= 0xFE00 && code <= 0xFE0F);
  }
}
