// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.extractors.StatedUrl;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

/**
 * A small site of the tests: pages 1 to 3 to learn from, page 4 with its text to try the rule on.
 *
 * @param name its folder
 */
record LearnSite(String name) {
  private static final Instant FETCHED = Instant.parse("2024-04-01T12:00:00Z");

  List<FetchedPage> pages(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> page(file(i + ".html"))).toList();
  }

  FetchedPage heldOut() {
    return page(file("4.html"));
  }

  String gold() {
    return file("4.txt");
  }

  String file(String file) {
    try (InputStream in = LearnSite.class.getResourceAsStream(name + "/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FetchedPage page(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    Url url = StatedUrl.of(bytes).orElseThrow();
    return new FetchedPage(url, url, FETCHED, 200, List.of(), bytes);
  }

  static RuleReading reading(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return new RuleReader(JsoupSelectors.INSTANCE)
        .read(List.of(new RuleSource("learned", "learned.yml", () -> bytes)));
  }

  /** The text that a rule makes of a page. */
  static String text(String yaml, FetchedPage page) {
    return text(new Extractor(reading(yaml).rules()).extract(page));
  }

  /** The text of a page without a rule. */
  static String automatic(FetchedPage page) {
    return text(new Extractor(RuleSet.none()).extract(page));
  }

  private static String text(Extraction extraction) {
    return ((Extracted) extraction).article().text();
  }
}
