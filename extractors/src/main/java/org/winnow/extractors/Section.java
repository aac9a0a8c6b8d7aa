// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A part of a text in one language, and where its prose stands. A text in two scripts (an article
 * and its translation) has a section for each; every section has a head and a tail of its own.
 *
 * @param from its first line
 * @param to the line after its last
 * @param firstProse its first line of prose, or -1 if it has none
 * @param lastProse its last line of prose, or -1 if it has none
 */
record Section(int from, int to, int firstProse, int lastProse) {

  /** A second script is a translation, and not a quotation, from this many lines of prose on. */
  private static final int PROSE_LINES_OF_A_SECTION = 2;

  /** And from this share of the text's lines of prose on. */
  private static final double SHARE_OF_A_SECTION = 0.2;

  /**
   * A sentence so many lines away from any other is not of the prose: a headline with a full stop
   * above a menu, a motto in the footer.
   */
  private static final int REACH = 6;

  /** The sections of a text, in order; every line is in one. */
  static List<Section> of(List<TextLine> lines, IntPredicate isProse) {
    Map<UnicodeScript, Integer> prose = new EnumMap<>(UnicodeScript.class);
    int all = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (isProse.test(i)) {
        prose.merge(lines.get(i).script(), 1, Integer::sum);
        all++;
      }
    }
    List<Section> sections = new ArrayList<>();
    int from = 0;
    // A lone line in another script opens no section: the next prose must be of it, too.
    UnicodeScript[] ahead = scriptsAhead(lines, isProse);
    UnicodeScript current = null;
    for (int i = 0; i < lines.size(); i++) {
      UnicodeScript script = lines.get(i).script();
      int count = prose.getOrDefault(script, 0);
      boolean isOfSections = count >= PROSE_LINES_OF_A_SECTION && count >= SHARE_OF_A_SECTION * all;
      if (!isOfSections || script == current) {
        continue;
      }
      if (current != null && ahead[i] == script) {
        sections.add(bounded(from, i, isProse));
        from = i;
        current = script;
      } else if (current == null) {
        current = script;
      }
    }
    sections.add(bounded(from, lines.size(), isProse));
    if (sections.size() == 1 && !sections.get(0).hasProse()) {
      return List.of(aroundAnyProse(lines.size(), isProse));
    }
    return List.copyOf(sections);
  }

  boolean hasProse() {
    return firstProse >= 0;
  }

  boolean contains(int line) {
    return line >= from && line < to;
  }

  /** Whether the line stands before the section's prose. */
  boolean isHead(int line) {
    return hasProse() && contains(line) && line < firstProse;
  }

  /** Whether the line stands after the section's prose. */
  boolean isTail(int line) {
    return hasProse() && contains(line) && line > lastProse;
  }

  /** The script of the next line of prose, that line included, for every line. */
  private static UnicodeScript[] scriptsAhead(List<TextLine> lines, IntPredicate isProse) {
    UnicodeScript[] ahead = new UnicodeScript[lines.size()];
    UnicodeScript next = UnicodeScript.COMMON;
    for (int i = lines.size() - 1; i >= 0; i--) {
      next = isProse.test(i) ? lines.get(i).script() : next;
      ahead[i] = next;
    }
    return ahead;
  }

  private static Section bounded(int from, int to, IntPredicate isProse) {
    int first = -1;
    int last = -1;
    for (int i = from; i < to; i++) {
      if (isProse.test(i) && isBesideProse(i, from, to, isProse)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return new Section(from, to, first, last);
  }

  /** The section of a text whose paragraphs are few and far between. */
  private static Section aroundAnyProse(int size, IntPredicate isProse) {
    int[] prose = IntStream.range(0, size).filter(isProse).toArray();
    return prose.length == 0
        ? new Section(0, size, -1, -1)
        : new Section(0, size, prose[0], prose[prose.length - 1]);
  }

  private static boolean isBesideProse(int line, int from, int to, IntPredicate isProse) {
    for (int i = Math.max(from, line - REACH); i < Math.min(to, line + REACH + 1); i++) {
      if (i != line && isProse.test(i)) {
        return true;
      }
    }
    return false;
  }
}
