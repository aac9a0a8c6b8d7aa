// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.winnow.app.Terminal;
import org.winnow.corpus.Url;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** How long many rules take to load, and an address to be matched. */
@Command(
    name = "rules",
    description = {
      "Loads many rules and matches addresses, three times: the first is as a command begins, the",
      "others show what the compiler makes of it. Wanted: 2,000 rules in 1.5 s on two processors,",
      "20 us a match."
    },
    footerHeading = "%nExample:%n",
    footer = "  winnow-bench rules --rules 2000")
final class RulesCommand implements Callable<Integer> {
  private static final int ROUNDS = 3;
  private static final int MATCHES = 1_000_000;

  private final Terminal terminal;

  @Option(names = "--rules", paramLabel = "N", description = "How many; 2000 if left out.")
  private int rules = 2_000;

  RulesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<RuleSource> sources = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      byte[] yaml = yaml(i).getBytes(StandardCharsets.UTF_8);
      sources.add(new RuleSource("site" + i, "site" + i + ".yml", () -> yaml));
    }
    List<Url> urls = urls();
    for (int round = 1; round <= ROUNDS; round++) {
      measure(sources, urls);
    }
    return ExitCode.OK;
  }

  private void measure(List<RuleSource> sources, List<Url> urls) {
    double before = processor();
    long start = System.nanoTime();
    RuleReading reading = new RuleReader(JsoupSelectors.INSTANCE).read(sources);
    double load = (System.nanoTime() - start) / 1e9;
    double cpu = processor() - before;
    int found = 0;
    start = System.nanoTime();
    for (int i = 0; i < MATCHES; i++) {
      found += reading.rules().ruleFor(urls.get(i % urls.size())).isPresent() ? 1 : 0;
    }
    double match = (System.nanoTime() - start) / 1e3 / MATCHES;
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%d rules, %d problems: loaded in %.2f s (%.2f s of the processors);"
                + " %.3f us a match (%d %% found)%n",
            reading.rules().rules().size(),
            reading.problems().size(),
            load,
            cpu,
            match,
            100L * found / MATCHES);
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

  private List<Url> urls() {
    List<Url> urls = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      urls.add(Url.of("https://www.site" + i + ".example/2024/05/story"));
      urls.add(Url.of("https://a.b.news.site" + i + ".example/story"));
      urls.add(Url.of("https://www.other" + i + ".example/story"));
    }
    return urls;
  }
}
