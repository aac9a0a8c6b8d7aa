// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.corpus.Url;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSource;

/**
 * Prints how long many rules take to load and an address to be matched; no test, because it depends
 * on the machine. To be no slower than: 2,000 rules in 1.5 s on two cores, 20 µs a match.
 */
public final class RuleFigures {
  private static final int RULES = 2_000;
  private static final int MATCHES = 1_000_000;

  private RuleFigures() {}

  /** Three times, for the first one warms up. */
  public static void main(String[] arguments) {
    List<RuleSource> sources = new ArrayList<>();
    for (int i = 0; i < RULES; i++) {
      byte[] yaml = yaml(i).getBytes(StandardCharsets.UTF_8);
      sources.add(new RuleSource("site" + i, "site" + i + ".yml", () -> yaml));
    }
    for (int round = 1; round <= 3; round++) {
      double before = processor();
      long start = System.nanoTime();
      RuleReading reading = new RuleReader(JsoupSelectors.INSTANCE).read(sources);
      double load = (System.nanoTime() - start) / 1e9;
      double cpu = processor() - before;
      int found = 0;
      start = System.nanoTime();
      List<Url> urls = urls();
      for (int i = 0; i < MATCHES; i++) {
        found += reading.rules().ruleFor(urls.get(i % urls.size())).isPresent() ? 1 : 0;
      }
      double match = (System.nanoTime() - start) / 1e3 / MATCHES;
      System.out.printf(
          Locale.ROOT,
          "%d rules, %d problems: loaded in %.2f s (%.2f s of the processors); %.3f us a match (%d %% found)%n",
          reading.rules().rules().size(),
          reading.problems().size(),
          load,
          cpu,
          match,
          100L * found / MATCHES);
    }
  }

  /** The time that all threads, the compiler's and the collector's too, have had so far. */
  private static double processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static String yaml(int i) {
    return """
        version: 1
        site: https://www.site%d.example/
        match: { hosts: [ www.site%d.example, site%d.example, '*.news.site%d.example' ] }
        extract:
          title: [ 'meta[property=og:title]@content', h1.headline, { xpath: '//h1' } ]
          author: [ { jsonld: author.name }, .byline a ]
          date: [ 'time@datetime', { match: '^Published (.+)$' } ]
          body: [ 'div.article-body > p', '#content .text', article ]
        remove:
          selectors: [ aside.related, 'div[class*=share]', .newsletter ]
          blocks: [ { heading: [ Related, Read also ], until: end } ]
          lines: [ { regex: '^GMT \\d\\d:\\d\\d .*$', zone: head }, { equals: Advertisement } ]
        quality: { minWords: 60, require: [ title, date ], forbid: [ 'Security Code' ] }
        """
        .formatted(i, i, i, i);
  }

  private static List<Url> urls() {
    List<Url> urls = new ArrayList<>();
    for (int i = 0; i < RULES; i++) {
      urls.add(Url.of("https://www.site" + i + ".example/2024/05/story"));
      urls.add(Url.of("https://a.b.news.site" + i + ".example/story"));
      urls.add(Url.of("https://www.other" + i + ".example/story"));
    }
    return urls;
  }
}
