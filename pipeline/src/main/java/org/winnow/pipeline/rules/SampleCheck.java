// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.WordCount;
import org.winnow.pipeline.Failures;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/** Runs a rule's samples: the same check for a person and for the build. */
public final class SampleCheck {
  private final Extractor extractor;

  public SampleCheck(Extractor extractor) {
    this.extractor = extractor;
  }

  /** What is wrong with the sample's text, line by line; empty if it is as it must be. */
  public List<String> problems(SiteRule rule, SampleTest sample) {
    return stored(rule, sample).lines();
  }

  /** What comes of the stored page: compared with the gold, and searched for what it must have. */
  public SampleResult stored(SiteRule rule, SampleTest sample) {
    try {
      SampleResult searched = searched(sample, extractor.extract(Samples.page(rule, sample)));
      String text = searched.text();
      return text == null ? searched : compared(sample, searched.problems(), text);
    } catch (IOException unreadable) {
      return SampleResult.failed(Failures.reason(unreadable));
    }
  }

  /** What comes of the page as it is now: only searched for what it must have. */
  public SampleResult live(SampleTest sample, FetchedPage page) {
    return searched(sample, extractor.extract(page));
  }

  private static SampleResult searched(SampleTest sample, Extraction extraction) {
    if (extraction instanceof NothingFound nothing) {
      return SampleResult.failed("no article: " + nothing.reason());
    }
    String text = ((Extracted) extraction).article().text();
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
    int words = WordCount.of(text);
    if (words < sample.minWords() || words > sample.maxWords()) {
      problems.add(
          words < sample.minWords()
              ? words + " words, and at least " + sample.minWords() + " are wanted"
              : words + " words, and at most " + sample.maxWords() + " are wanted");
    }
    return new SampleResult(problems, List.of(), text);
  }

  private static SampleResult compared(SampleTest sample, List<String> searched, String text)
      throws IOException {
    String gold = sample.gold();
    if (gold == null) {
      return new SampleResult(searched, List.of(), text);
    }
    if (!Samples.exists(sample, gold)) {
      List<String> problems = new ArrayList<>(searched);
      problems.add(gold + ": no such file; --update --accept writes it");
      return new SampleResult(problems, List.of(), text);
    }
    String expected = new String(Samples.bytes(sample, gold), StandardCharsets.UTF_8);
    return new SampleResult(searched, WordDiff.between(expected, text), text);
  }
}
