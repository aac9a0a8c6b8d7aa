// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a text differs from what it must be. Each run of words stands on a line of its own, so that
 * no text of another direction shares its line with a sign.
 */
public final class WordDiff {
  /** Words on each side of a difference, for a reader to find the place by. */
  private static final int CONTEXT = 6;

  /** Longer passages are shown whole; the time of a comparison grows with the square. */
  private static final int MOST_WORDS = 2_000;

  private static final String PARAGRAPH = "\u00b6";

  private final List<Line> lines = new ArrayList<>();

  /** What a line of the difference is. */
  public enum Sign {
    PLACE,
    SAME,
    MISSING,
    ADDED
  }

  /** One line of the difference. */
  public record Line(Sign sign, String text) {
    /** The line with its sign in front: {@code - missing}, {@code + added}. */
    @Override
    public String toString() {
      return mark() + text;
    }

    public String mark() {
      return switch (sign) {
        case PLACE -> "";
        case SAME -> "    ";
        case MISSING -> "  - ";
        case ADDED -> "  + ";
      };
    }
  }

  private WordDiff() {}

  /** The differences in the order of the text; empty if there are none. */
  public static List<Line> between(String expected, String actual) {
    if (expected.equals(actual)) {
      return List.of();
    }
    WordDiff diff = new WordDiff();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(paragraphs(expected), paragraphs(actual)).getDeltas()) {
      diff.passage(delta.getSource(), delta.getTarget());
    }
    if (diff.lines.isEmpty()) {
      diff.add(Sign.PLACE, "the same words, but other line ends or blank lines");
    }
    return diff.lines;
  }

  private static List<String> paragraphs(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private void passage(Chunk<String> expected, Chunk<String> actual) {
    add(Sign.PLACE, place(expected));
    List<String> left = words(expected);
    List<String> right = words(actual);
    if (left.size() + right.size() > MOST_WORDS) {
      whole(expected, actual);
      return;
    }
    List<AbstractDelta<String>> deltas = DiffUtils.diff(left, right).getDeltas();
    int changed =
        deltas.stream()
            .mapToInt(delta -> Math.max(delta.getSource().size(), delta.getTarget().size()))
            .sum();
    if (changed * 2 > left.size()) {
      whole(expected, actual);
      return;
    }
    int shown = 0;
    for (AbstractDelta<String> delta : deltas) {
      int at = delta.getSource().getPosition();
      same(left, shown, at);
      words(Sign.MISSING, delta.getSource().getLines());
      words(Sign.ADDED, delta.getTarget().getLines());
      shown = at + delta.getSource().size();
    }
    same(left, shown, left.size());
  }

  private static String place(Chunk<String> expected) {
    int first = expected.getPosition() + 1;
    int last = expected.getPosition() + expected.size();
    if (expected.size() == 0) {
      return last == 0 ? "before the first paragraph" : "after paragraph " + last;
    }
    return first == last
        ? "paragraph " + first
        : String.format(Locale.ROOT, "paragraphs %d to %d", first, last);
  }

  private static List<String> words(Chunk<String> paragraphs) {
    List<String> words = new ArrayList<>();
    for (String paragraph : paragraphs.getLines()) {
      if (!words.isEmpty()) {
        words.add(PARAGRAPH);
      }
      words.addAll(List.of(paragraph.strip().split("\\s+")));
    }
    return words;
  }

  private void whole(Chunk<String> expected, Chunk<String> actual) {
    expected.getLines().forEach(paragraph -> add(Sign.MISSING, paragraph));
    actual.getLines().forEach(paragraph -> add(Sign.ADDED, paragraph));
  }

  private void words(Sign sign, List<String> words) {
    if (!words.isEmpty()) {
      add(sign, String.join(" ", words));
    }
  }

  /** The words between two differences, the middle left out where there are many. */
  private void same(List<String> words, int from, int to) {
    int first = from == 0 ? Math.max(from, to - CONTEXT) : from;
    int last = to == words.size() ? Math.min(to, from + CONTEXT) : to;
    String before = first > from ? "… " : "";
    String after = last < to ? " …" : "";
    if (last - first > 2 * CONTEXT) {
      List<String> head = words.subList(first, first + CONTEXT);
      List<String> tail = words.subList(last - CONTEXT, last);
      add(Sign.SAME, String.join(" ", head) + " … " + String.join(" ", tail));
    } else if (last > first) {
      add(Sign.SAME, before + String.join(" ", words.subList(first, last)) + after);
    }
  }

  private void add(Sign sign, String text) {
    lines.add(new Line(sign, text));
  }
}
