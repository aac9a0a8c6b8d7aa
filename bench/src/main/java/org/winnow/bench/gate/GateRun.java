// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.winnow.app.PageScore;
import org.winnow.bench.Contender;
import org.winnow.bench.TakenText;

/**
 * How a contender did on the gate's pages.
 *
 * @param pages the pages
 * @param scores their scores, in the same order; the gold texts have headlines, so the text's F1
 *     counts
 */
record GateRun(List<GatePage> pages, List<PageScore> scores) {

  static GateRun of(List<GatePage> pages, Contender contender) throws Exception {
    List<PageScore> scores = new ArrayList<>(pages.size());
    for (GatePage page : pages) {
      TakenText taken = contender.take(page.fetched(), page.html());
      scores.add(
          PageScore.of(page.id(), page.language(), page.gold(), taken.text(), taken.body(), 0));
    }
    return new GateRun(List.copyOf(pages), List.copyOf(scores));
  }

  /** The mean F1 of every kind, by name. */
  Map<String, Double> kinds() {
    return means(GatePage::kind);
  }

  /** The mean F1 of every language, by name. */
  Map<String, Double> languages() {
    return means(GatePage::language);
  }

  private Map<String, Double> means(Function<GatePage, String> key) {
    Map<String, List<Double>> groups = new TreeMap<>();
    for (int i = 0; i < pages.size(); i++) {
      groups
          .computeIfAbsent(key.apply(pages.get(i)), name -> new ArrayList<>())
          .add(scores.get(i).text().f1());
    }
    return groups.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> mean(entry.getValue()), (a, b) -> a, TreeMap::new));
  }

  private static double mean(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** SHA-256 of all pages and gold texts, in hexadecimal. */
  static String fingerprint(List<GatePage> pages) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (GatePage page : pages) {
        for (byte[] part :
            List.of(
                page.id().getBytes(UTF_8),
                page.kind().getBytes(UTF_8),
                page.bytes(),
                page.gold().getBytes(UTF_8))) {
          digest.update(part);
          digest.update((byte) 0);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
