// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.RuleWriter;

/** Tries drafts on pages, as the rules that they would be. */
final class DraftTrial {
  private final RuleReader reader = new RuleReader(JsoupSelectors.INSTANCE);

  /** How well what the draft makes of the pages agrees with what is expected, mean, 0 to 1. */
  double agreement(LearnedDraft draft, List<LearnPage> pages) {
    Extractor trial = extractor(draft);
    return Shares.mean(pages.stream().map(page -> agreement(page, trial)).toList());
  }

  private static double agreement(LearnPage page, Extractor trial) {
    return trial.extract(page.view().page()) instanceof Extracted extracted
        ? Shares.agreement(page.expected(), extracted.article().text())
        : 0;
  }

  /** An extractor with nothing but that draft. */
  Extractor extractor(LearnedDraft draft) {
    RuleWriter yaml = new RuleWriter();
    draft.write(yaml);
    return new Extractor(check(yaml.toString()));
  }

  /**
   * Reads a rule that was made.
   *
   * @throws IllegalStateException if the reader does not take it, which is a bug
   */
  RuleSet check(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    RuleReading reading =
        reader.read(List.of(new RuleSource("learned", "learned.yml", () -> bytes)));
    if (!reading.problems().isEmpty()) {
      throw new IllegalStateException(reading.problems() + "\n" + yaml);
    }
    return reading.rules();
  }
}
