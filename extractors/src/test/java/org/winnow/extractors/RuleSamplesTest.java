// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/** The samples of the bundled rules, word for word. */
class RuleSamplesTest {
  private static final Path SITES = Path.of("..", "site-rules", "sites");
  private static final RuleSet RULES = Pages.bundledRules();

  @TestFactory
  Stream<DynamicTest> samples() {
    Extractor extractor = new Extractor(RULES);
    return RULES.rules().stream()
        .flatMap(
            rule ->
                rule.tests().stream()
                    .filter(sample -> sample.gold() != null)
                    .map(
                        sample ->
                            DynamicTest.dynamicTest(
                                rule.name() + " " + sample.page(),
                                () -> check(extractor, rule, sample))));
  }

  private static void check(Extractor extractor, SiteRule rule, SampleTest sample)
      throws IOException {
    Path folder = SITES.resolve(rule.name());
    String address = sample.url() == null ? rule.site().toString() : sample.url();
    Extraction extraction =
        extractor.extract(
            Pages.fetched(address, Files.readAllBytes(folder.resolve(sample.page()))));
    assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
    assertThat(((Extraction.Extracted) extraction).article().text())
        .isEqualTo(Files.readString(folder.resolve(sample.gold())));
  }
}
