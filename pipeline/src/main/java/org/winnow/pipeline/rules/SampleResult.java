// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one sample.
 *
 * @param problems what is wrong, in words for the user
 * @param diff how the text differs from the gold
 * @param text the text that was extracted, or null where there is none
 */
public record SampleResult(List<String> problems, List<WordDiff.Line> diff, @Nullable String text) {

  public static SampleResult failed(String problem) {
    return new SampleResult(List.of(problem), List.of(), null);
  }

  public boolean passed() {
    return problems.isEmpty() && diff.isEmpty();
  }

  /** Everything that is wrong, line by line; empty if nothing is. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(problems);
    diff.forEach(line -> lines.add(line.toString()));
    return lines;
  }
}
