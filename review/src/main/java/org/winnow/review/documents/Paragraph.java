// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.winnow.corpus.LabelledBlock;

/**
 * A paragraph of a text as the page shows it.
 *
 * @param pieces its text in pieces, so that what cannot be seen can be marked
 * @param blocks the numbers of the page's blocks that it is; empty where it was edited
 */
public record Paragraph(List<Piece> pieces, List<Integer> blocks) {

  /**
   * A piece of text.
   *
   * @param text as it stands in the file
   * @param sign the code point of a character that cannot be seen, as {@code U+200B}; or empty
   * @param isOverride whether it turns the direction of what follows, and may make a text look like
   *     another one
   */
  public record Piece(String text, String sign, boolean isOverride) {}

  /** The paragraphs of a text, each with the kept blocks that it is made of. */
  static List<Paragraph> of(String text, List<LabelledBlock> blocks) {
    List<LabelledBlock> kept =
        new ArrayList<>(blocks.stream().filter(LabelledBlock::isContent).toList());
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String paragraph : text.strip().split("\n\n", -1)) {
      paragraphs.add(new Paragraph(pieces(paragraph), take(kept, paragraph)));
    }
    return paragraphs;
  }

  /** The blocks' numbers, for a selector: {@code 12 13}. */
  public String blockList() {
    return blocks.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** Takes the first block that is this paragraph, or begins it, with those that go on. */
  private static List<Integer> take(List<LabelledBlock> kept, String paragraph) {
    for (int i = 0; i < kept.size(); i++) {
      String text = kept.get(i).block().text();
      if (isSame(paragraph, text)) {
        return List.of(kept.remove(i).block().index());
      }
      if (paragraph.startsWith(text)) {
        List<Integer> taken = new ArrayList<>();
        int at = 0;
        while (i < kept.size() && paragraph.startsWith(kept.get(i).block().text(), at)) {
          LabelledBlock next = kept.remove(i);
          taken.add(next.block().index());
          at += next.block().text().length();
          at += at < paragraph.length() && paragraph.charAt(at) == ' ' ? 1 : 0;
        }
        return taken;
      }
    }
    return List.of();
  }

  /** What a rule may normalise makes no other paragraph. */
  private static boolean isSame(String paragraph, String block) {
    return paragraph.equals(block) || letters(paragraph).equals(letters(block));
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.isEmpty() ? text : letters.toString();
  }

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      if (isInvisible(c)) {
        if (i > start) {
          pieces.add(new Piece(text.substring(start, i), "", false));
        }
        String sign = String.format(Locale.ROOT, "U+%04X", c);
        pieces.add(new Piece(text.substring(i, end), sign, isOverride(c)));
        start = end;
      }
      i = end;
    }
    if (start < text.length()) {
      pieces.add(new Piece(text.substring(start), "", false));
    }
    return pieces;
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || (type == Character.CONTROL && c != '\n')
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.SURROGATE
        || (type == Character.SPACE_SEPARATOR && c != ' ')
        || c == 0x2028
        || c == 0x2029
        || c == 0x034F
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0x115F && c <= 0x1160)
        || c == 0x3164;
  }

  private static boolean isOverride(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
