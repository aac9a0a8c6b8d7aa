// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.SiteRule;

/** Pages of one site and rules for it, for tests. */
final class RulePages {
  static final String ADDRESS = "https://www.example.org/2024/05/17/ferry.html";
  static final String FIRST =
      "The ferry crosses the river every hour from April until the first frost of autumn.";
  static final String SECOND =
      "In winter the ferryman repairs the boat and reads the letters of his passengers.";
  static final String PROSE = "<p>" + FIRST + "</p><p>" + SECOND + "</p>";

  private RulePages() {}

  /** The rules in these documents, each without its first two lines. */
  static RuleSet rules(String... documents) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < documents.length; i++) {
      String host = i == 0 ? "www" : "host" + i;
      text.append("---\nversion: 1\nsite: https://" + host + ".example.org/\n");
      text.append(documents[i]).append('\n');
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    RuleReading reading =
        new RuleReader(JsoupSelectors.INSTANCE)
            .read(List.of(new RuleSource("r", "r.yml", () -> bytes)));
    assertThat(reading.problems()).isEmpty();
    return reading.rules();
  }

  static SiteRule rule(String document) {
    return rules(document).rules().get(0);
  }

  static FetchedPage page(String url, String html) {
    Instant fetched = Instant.parse("2024-06-01T12:00:00Z");
    return page(url, fetched, html.getBytes(UTF_8));
  }

  static FetchedPage page(String url, Instant fetched, byte[] html) {
    return new FetchedPage(Url.of(url), Url.of(url), fetched, 200, List.of(), html);
  }

  /** What comes of that page with the rule. */
  static Extraction extraction(String rule, String html) {
    return new Extractor(rules(rule)).extract(page(ADDRESS, html));
  }

  static Extracted extracted(String rule, String html) {
    return (Extracted) extraction(rule, html);
  }
}
