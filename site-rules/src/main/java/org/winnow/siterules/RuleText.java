// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a rule file, from its bytes. */
final class RuleText {
  /** A rule has a few kilobytes; whatever is larger is no rule. */
  static final int MOST_BYTES = 256 * 1024;

  private RuleText() {}

  /** The text, or empty and a problem. */
  static Optional<String> of(String file, byte[] bytes, Problems problems) {
    Mark start = new Mark(file, 1, 1);
    if (bytes.length > MOST_BYTES) {
      problems.add(
          start, "", "has " + bytes.length + " bytes; a rule file has " + MOST_BYTES + " at most");
      return Optional.empty();
    }
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(input)
              .toString();
      text = text.startsWith("\uFEFF") ? text.substring(1) : text;
      if (text.isBlank()) {
        problems.add(start, "", "is empty; a rule begins with 'version: 1'");
        return Optional.empty();
      }
      return hasControlCharacter(file, text, problems) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException e) {
      problems.add(
          placeOf(file, bytes, input.position()), "", "is not UTF-8; save the file as UTF-8");
      return Optional.empty();
    }
  }

  private static boolean hasControlCharacter(String file, String text, Problems problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\uFFFE' || c == '\uFFFF') {
        byte[] before = text.substring(0, i).getBytes(StandardCharsets.UTF_8);
        problems.add(
            placeOf(file, before, before.length),
            "",
            String.format("has a control character (U+%04X); remove it", (int) c));
        return true;
      }
    }
    return false;
  }

  private static Mark placeOf(String file, byte[] bytes, int offset) {
    String before = new String(bytes, 0, offset, StandardCharsets.UTF_8);
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Mark(file, line, 1 + before.codePointCount(lineStart, before.length()));
  }
}
