// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.train;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * What stands beside a model: what it was trained on, and how good it was on pages of domains that
 * it had not seen.
 *
 * @param trained the pages that it was trained on
 * @param folds into how many parts the domains were cut
 * @param figures the cross-validated figures
 * @param model the model's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // only hashed
record ModelCard(List<TrainingPage> trained, int folds, List<String> figures, byte[] model) {

  /** The card without the domains. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("model: ").append(model.length).append(" bytes, SHA-256 ");
    text.append(sha256(model)).append('\n');
    text.append("trees: at most ").append(Boosting.TREES).append(" of ");
    text.append(Boosting.LEAVES).append(" leaves\n");
    text.append("trained on: ").append(trained.size()).append(" pages of ");
    text.append(domainSet().size()).append(" registrable domains, SHA-256 of their ids and gold ");
    text.append(fingerprint()).append('\n');
    text.append("cross-validated in ").append(folds).append(" parts by registrable domain:\n");
    figures.forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }

  /** The domains that the model was trained on, a line each. */
  String domains() {
    return "domains:\n  " + String.join("\n  ", domainSet()) + "\n";
  }

  private TreeSet<String> domainSet() {
    TreeSet<String> domains = new TreeSet<>();
    trained.stream()
        .filter(page -> page.page().url() != null)
        .forEach(p -> domains.add(p.domain()));
    return domains;
  }

  private String fingerprint() {
    StringBuilder data = new StringBuilder();
    for (TrainingPage page : trained) {
      data.append(page.set()).append('\t').append(page.page().id()).append('\t');
      data.append(page.page().gold()).append('\n');
    }
    return sha256(data.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
