// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.winnow.extractors.learn.LearnedRule;
import org.winnow.pipeline.AtomicFile;

/**
 * Writes a learned rule and its samples into a folder of rules. Nothing that is there is written
 * over: a rule that differs gets a proposal beside it, a sample that is there stays.
 *
 * @param folder the folder of the site
 * @param mayReplace whether to write over a rule that is there
 */
public record LearnedFiles(Path folder, boolean mayReplace) {

  /**
   * What was written.
   *
   * @param file the rule, or the proposal
   * @param diff from the rule that is there to the proposal; empty if there is none
   */
  public record Written(Path file, List<String> diff) {}

  public Written write(LearnedRule rule) throws IOException {
    Path file = folder.resolve("rule.yml");
    byte[] yaml = rule.yaml().getBytes(StandardCharsets.UTF_8);
    List<String> diff = List.of();
    if (Files.exists(file) && !mayReplace) {
      diff = diff(file, rule.yaml());
      file = diff.isEmpty() ? file : folder.resolve("rule.yml.proposed");
    }
    AtomicFile.write(file, yaml);
    writeSamples(rule);
    return new Written(file, diff);
  }

  /** Writes what lies beside the rule, and not the rule. */
  public void writeSamples(LearnedRule rule) throws IOException {
    SchemaFile.writeFor(folder.resolve("rule.yml"));
    for (LearnedRule.Sample sample : rule.samples()) {
      Path samples = folder.resolve("samples");
      keep(samples.resolve(sample.name() + ".html"), sample.page());
      keep(samples.resolve(sample.name() + ".txt"), sample.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> diff(Path file, String proposed) throws IOException {
    List<String> before =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    List<String> after = proposed.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        "rule.yml", "rule.yml.proposed", before, DiffUtils.diff(before, after), 2);
  }

  /** A text that somebody has corrected is worth more than a draft. */
  private static void keep(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file)) {
      AtomicFile.write(file, bytes);
    }
  }
}
