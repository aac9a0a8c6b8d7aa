// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.siterules.PhraseLists;
import org.winnow.siterules.SiteRule;

/**
 * Takes the lines of boilerplate out of a text that was scraped long ago, of which no page is left.
 * Judges lines by phrases, shape, position and repetition; what it is not sure of stays. Never
 * changes a line that it keeps. Safe for use by several threads.
 */
public final class TextCleaner {
  private final PhraseLists phrases;
  private final List<LineStep> steps;

  /**
   * A cleaner.
   *
   * @param phrases the phrases of boilerplate
   * @param rule the rule of the site that the texts come from; its {@code remove.blocks}, {@code
   *     cutAt} and {@code lines} apply
   * @param recurring the lines of the folder that the texts are in; a new one if there is none
   */
  public TextCleaner(PhraseLists phrases, Optional<SiteRule> rule, RecurringLines recurring) {
    this.phrases = phrases;
    DateShape dates = new DateShape();
    List<LineStep> steps = new ArrayList<>();
    rule.ifPresent(known -> steps.add(new SiteStep(known.remove())));
    steps.add(new PhraseStep());
    steps.add(new HeadingRegionStep());
    steps.add(new DateStep(dates));
    steps.add(new ShapeStep(phrases));
    steps.add(new HeadlineStep());
    steps.add(new RecurringStep(recurring));
    steps.add(new CreditStep(dates));
    steps.add(new MenuStep());
    steps.add(new EnclosedStep());
    this.steps = List.copyOf(steps);
  }

  /** The text without boilerplate, and what was decided about each of its lines. */
  public CleanedText clean(String text) {
    List<TextLine> lines = TextLine.split(text);
    LineSheet sheet =
        new LineSheet(lines.stream().filter(line -> !line.isBlank()).toList(), phrases);
    steps.forEach(step -> step.label(sheet));
    return new CleanedText(keptText(lines, sheet), sheet.labelled());
  }

  private static String keptText(List<TextLine> lines, LineSheet sheet) {
    StringBuilder kept = new StringBuilder();
    StringBuilder blanks = new StringBuilder();
    String firstBlank = "";
    boolean isCut = false;
    boolean isEmpty = true;
    int index = 0;
    for (TextLine line : lines) {
      if (line.isBlank()) {
        firstBlank = blanks.isEmpty() ? line.raw() : firstBlank;
        blanks.append(line.raw());
      } else if (sheet.isKept(index++)) {
        kept.append(!isCut ? blanks : isEmpty ? "" : firstBlank).append(line.raw());
        blanks.setLength(0);
        firstBlank = "";
        isCut = false;
        isEmpty = false;
      } else {
        isCut = true;
      }
    }
    return isCut ? kept.toString() : kept.append(blanks).toString();
  }
}
