// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.corpus.Decision;
import org.winnow.corpus.Label;
import org.winnow.siterules.PhraseHit;
import org.winnow.siterules.PhraseLists;

/**
 * The lines of one text that are not blank while the steps label them. Lines are never deleted,
 * only labelled. For one thread.
 */
final class LineSheet {

  /**
   * A sentence of so many words is prose; a shorter one may be a prompt or a line of a dialogue.
   */
  static final int PROSE_WORDS = 8;

  /** Prose without a full stop, in a text whose paragraphs have none. */
  private static final int PROSE_WORDS_WITHOUT_STOP = 15;

  /** Prose without a full stop where the others have one: longer than headlines and captions. */
  private static final int PROSE_WORDS_WITHOUT_THE_USUAL_STOP = 45;

  /** Half a line of a text whose paragraphs are broken into lines. */
  private static final int PROSE_WORDS_OF_A_WRAPPED_LINE = 6;

  private final List<TextLine> lines;
  private final List<LabelledLine> labelled = new ArrayList<>();
  private final List<Optional<PhraseHit>> hits = new ArrayList<>();
  private final boolean isPunctuated;
  private final boolean isWrapped;
  private final boolean[] prose;
  private final int[] wordsBefore;
  private final int[] proseWordsBefore;
  private final List<Section> sections;

  /** A sheet of a text's lines; {@code lines} has no blank ones. */
  LineSheet(List<TextLine> lines, PhraseLists phrases) {
    this.lines = List.copyOf(lines);
    PhraseMatcher matcher = new PhraseMatcher(phrases);
    for (TextLine line : lines) {
      labelled.add(
          new LabelledLine(
              line.number(), line.withoutEnd(), List.of(new Decision(Label.CONTENT, "text"))));
      hits.add(matcher.match(line));
    }
    isPunctuated = isPunctuated(lines);
    isWrapped = HardWrap.isIn(lines);
    prose = new boolean[lines.size()];
    wordsBefore = new int[lines.size() + 1];
    proseWordsBefore = new int[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      int words = lines.get(i).weight();
      prose[i] = hasProse(i);
      wordsBefore[i + 1] = wordsBefore[i] + words;
      proseWordsBefore[i + 1] = proseWordsBefore[i] + (prose[i] ? words : 0);
    }
    sections = Section.of(this.lines, this::isProse);
  }

  /** Whether blank lines stand between the line and the one before it. */
  boolean isAfterBlank(int index) {
    return index > 0 && lines.get(index).number() > lines.get(index - 1).number() + 1;
  }

  int size() {
    return lines.size();
  }

  TextLine line(int index) {
    return lines.get(index);
  }

  /** What the phrase lists know of the line. */
  Optional<PhraseHit> hit(int index) {
    return hits.get(index);
  }

  List<Section> sections() {
    return sections;
  }

  /** The section that the line is in. */
  Section section(int index) {
    return sections.stream().filter(s -> s.contains(index)).findFirst().orElseThrow();
  }

  /** Whether the line stands before the prose or after it. */
  boolean isOutside(int index) {
    Section section = section(index);
    return section.isHead(index) || section.isTail(index);
  }

  /** Whether the line is a paragraph, by its shape, and no phrase of boilerplate. */
  boolean isProse(int index) {
    return prose[index];
  }

  private boolean hasProse(int index) {
    TextLine line = lines.get(index);
    if (hits.get(index).isPresent()) {
      return false;
    }
    if (isWrapped) {
      return line.weight() >= PROSE_WORDS_OF_A_WRAPPED_LINE;
    }
    if (line.isFinished()) {
      return line.weight() >= PROSE_WORDS;
    }
    return line.weight()
        >= (isPunctuated ? PROSE_WORDS_WITHOUT_THE_USUAL_STOP : PROSE_WORDS_WITHOUT_STOP);
  }

  boolean isKept(int index) {
    return labelled.get(index).isContent();
  }

  void remove(int index, String reason) {
    if (isKept(index)) {
      labelled.set(index, labelled.get(index).with(Label.BOILERPLATE, reason));
    }
  }

  /** Writes down on a kept line why a step left it. */
  void note(int index, String reason) {
    if (isKept(index)) {
      labelled.set(index, labelled.get(index).with(Label.CONTENT, reason));
    }
  }

  /** The next kept line after {@code index}, or -1. */
  int nextKept(int index) {
    for (int i = index + 1; i < size(); i++) {
      if (isKept(i)) {
        return i;
      }
    }
    return -1;
  }

  /** How many words the lines from one up to another have. */
  int words(int from, int to) {
    return wordsBefore[to] - wordsBefore[from];
  }

  /** How many words the paragraphs from one line up to another have. */
  int proseWords(int from, int to) {
    return proseWordsBefore[to] - proseWordsBefore[from];
  }

  List<LabelledLine> labelled() {
    return List.copyOf(labelled);
  }

  private static boolean isPunctuated(List<TextLine> lines) {
    int finished = 0;
    int all = 0;
    for (TextLine line : lines) {
      if (line.weight() >= PROSE_WORDS_WITHOUT_STOP) {
        all++;
        finished += line.isFinished() ? 1 : 0;
      }
    }
    return finished * 2 >= all;
  }
}
