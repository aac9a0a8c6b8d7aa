// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.extractors.Extractor;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/** Runs a rule's samples: the same check for a person and for the build. */
final class SampleCheck {
  private final Extractor extractor;

  SampleCheck(Extractor extractor) {
    this.extractor = extractor;
  }

  /** What is wrong with the sample's text, line by line; empty if it is as it must be. */
  List<String> problems(SiteRule rule, SampleTest sample) {
    try {
      Extraction extraction = extractor.extract(Samples.page(rule, sample));
      if (extraction instanceof NothingFound nothing) {
        return List.of("no article: " + nothing.reason());
      }
      return compare(sample, ((Extracted) extraction).article().text());
    } catch (IOException unreadable) {
      return List.of(Failures.reason(unreadable));
    }
  }

  private static List<String> compare(SampleTest sample, String text) throws IOException {
    List<String> problems = new ArrayList<>();
    for (String wanted : sample.contains()) {
      if (!text.contains(wanted)) {
        problems.add("missing: " + wanted);
      }
    }
    for (String unwanted : sample.absent()) {
      if (text.contains(unwanted)) {
        problems.add("not to be there: " + unwanted);
      }
    }
    String gold = sample.gold();
    if (gold != null) {
      String expected = new String(Samples.bytes(sample, gold), StandardCharsets.UTF_8);
      problems.addAll(diff(gold, expected, text));
    }
    return problems;
  }

  private static List<String> diff(String gold, String expected, String actual) {
    List<String> left = expected.lines().toList();
    List<String> right = actual.lines().toList();
    if (expected.equals(actual)) {
      return List.of();
    }
    if (left.equals(right)) {
      return List.of(gold + ": the same lines, but other line ends");
    }
    return UnifiedDiffUtils.generateUnifiedDiff(
        gold, "extracted", left, DiffUtils.diff(left, right), 1);
  }
}
