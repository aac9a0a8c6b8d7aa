// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Guesses a charset from how often its letters follow each other in a page's text, by ICU. */
final class CharsetStatistics {
  /** How much of a page is looked at. */
  private static final int WINDOW = 131_072;

  /** ICU looks at this many bytes of its input and no more. */
  private static final int SAMPLE = 8_000;

  /** Below this, ICU's answer is worse than none: it is what a few stray bytes give. */
  private static final int MIN_CONFIDENCE = 10;

  private CharsetStatistics() {}

  /** The likeliest charset of a page; empty if none is likely. */
  static Optional<Charset> guess(byte[] page) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample(page));
    for (CharsetMatch match : detector.detectAll()) {
      if (match.getConfidence() < MIN_CONFIDENCE) {
        break;
      }
      Optional<Charset> charset = EncodingLabels.charset(match.getName());
      if (charset.isPresent()) {
        return charset;
      }
    }
    return Optional.empty();
  }

  /**
   * The words of the page's text, without tags, scripts and styles. Where most of the text is not
   * ASCII, words of ASCII alone are left out: they are of another language or of none. Quirk: the
   * second byte of Shift_JIS, Big5 and GBK may be an ASCII letter, but never a space or {@code <}.
   */
  private static byte[] sample(byte[] page) {
    int window = Math.min(page.length, WINDOW);
    if (hasShiftSequence(page)) {
      return Arrays.copyOf(page, Math.min(window, SAMPLE));
    }
    byte[] all = new byte[SAMPLE];
    byte[] foreign = new byte[SAMPLE];
    int allSize = 0;
    int foreignSize = 0;
    int foreignWords = 0;
    int words = 0;
    int at = 0;
    while (at < window && foreignSize < SAMPLE) {
      byte b = page[at];
      if (b == '<') {
        at = afterTag(page, at, window);
        continue;
      }
      if (b >= 0 && b <= ' ') {
        at++;
        continue;
      }
      int start = at;
      boolean ascii = true;
      while (at < window && page[at] != '<' && (page[at] < 0 || page[at] > ' ')) {
        ascii &= page[at] >= 0;
        at++;
      }
      words += at - start;
      allSize = append(all, allSize, page, start, at);
      if (!ascii) {
        foreignWords += at - start;
        foreignSize = append(foreign, foreignSize, page, start, at);
      }
    }
    return foreignWords > words / 2
        ? Arrays.copyOf(foreign, foreignSize)
        : Arrays.copyOf(all, allSize);
  }

  /** Whether the page switches between character sets within ASCII bytes, as ISO-2022 does. */
  static boolean hasShiftSequence(byte[] page) {
    int end = Math.min(page.length, WINDOW);
    for (int i = 0; i + 1 < end; i++) {
      if (page[i] == 0x1B && (page[i + 1] == '$' || page[i + 1] == '(')) {
        return true;
      }
    }
    return false;
  }

  private static int append(byte[] target, int size, byte[] source, int from, int to) {
    int length = Math.min(to - from, target.length - size - 1);
    if (length <= 0) {
      return size;
    }
    System.arraycopy(source, from, target, size, length);
    target[size + length] = ' ';
    return size + length + 1;
  }

  private static int afterTag(byte[] page, int at, int end) {
    if (startsWith(page, at + 1, "script")) {
      at = find(page, at + 1, end, "</script");
    } else if (startsWith(page, at + 1, "style")) {
      at = find(page, at + 1, end, "</style");
    } else if (startsWith(page, at + 1, "!--")) {
      return Math.min(find(page, at + 1, end, "-->") + 3, end);
    }
    while (at < end && page[at] != '>') {
      at++;
    }
    return Math.min(at + 1, end);
  }

  private static int find(byte[] page, int from, int end, String word) {
    while (from < end && !startsWith(page, from, word)) {
      from++;
    }
    return from;
  }

  private static boolean startsWith(byte[] page, int at, String word) {
    byte[] letters = word.getBytes(StandardCharsets.US_ASCII);
    if (at + letters.length > page.length) {
      return false;
    }
    for (int i = 0; i < letters.length; i++) {
      byte b = page[at + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != letters[i]) {
        return false;
      }
    }
    return true;
  }
}
