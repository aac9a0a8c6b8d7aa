// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.winnow.corpus.Block;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.siterules.BundledRules;
import org.winnow.siterules.PresetNames;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

/** Pages and rules for tests. */
final class Pages {
  static final String ADDRESS = "https://daily.example/news/ferry";
  static final ElementNames NAMES = new ElementNames(PresetNames.bundled());

  private Pages() {}

  static FetchedPage fetched(String html) {
    return fetched(ADDRESS, html.getBytes(UTF_8));
  }

  static FetchedPage fetched(String address, byte[] bytes) {
    Url url = Url.of(address);
    return new FetchedPage(
        url,
        url,
        Instant.parse("2026-06-15T12:00:00Z"),
        200,
        List.of(new FetchedPage.Header("Content-Type", "text/html")),
        bytes);
  }

  static PageBlocks blocks(String html) {
    return BlockReader.read(Jsoup.parse(html), NAMES);
  }

  static List<String> texts(String html) {
    return blocks(html).blocks().stream().map(Block::text).toList();
  }

  /** The rule for daily.example with these lines behind its first two. */
  static RuleSet rule(String lines) {
    String yaml = "version: 1\nsite: https://daily.example/\n" + lines;
    RuleReading reading =
        new RuleReader(JsoupSelectors.INSTANCE)
            .read(List.of(new RuleSource("daily.example", "rule.yml", () -> yaml.getBytes(UTF_8))));
    if (!reading.problems().isEmpty()) {
      throw new IllegalArgumentException(reading.problems().toString());
    }
    return reading.rules();
  }

  static RuleSet bundledRules() {
    return new RuleReader(JsoupSelectors.INSTANCE).read(BundledRules.sources()).rules();
  }
}
