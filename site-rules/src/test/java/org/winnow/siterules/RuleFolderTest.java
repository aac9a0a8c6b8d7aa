// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Url;

class RuleFolderTest {
  private final RuleReader reader = new RuleReader(new BalancedBrackets());

  @TempDir private Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void rules_are_called_by_their_path_and_extended_by_that_name() throws IOException {
    write("families/base.yml", "version: 1\nabstract: true\nextract: { body: main }\n");
    write(
        "example.org/rule.yml", "version: 1\nsite: https://example.org/\nextends: families/base\n");
    write("other.yaml", "version: 1\nsite: https://other.example/\n");
    write("example.org/samples/a.html", "<p>not a rule</p>");

    RuleReading reading = reader.read(RuleFolder.sources(folder));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules().rules())
        .extracting(SiteRule::name)
        .containsExactly("example.org", "other");
  }

  @Test
  void one_file_may_stand_for_a_folder() throws IOException {
    write("one.yml", "version: 1\nsite: https://one.example/\n");

    RuleReading reading = reader.read(RuleFolder.sources(folder.resolve("one.yml")));

    assertThat(reading.rules().ruleFor(Url.of("https://one.example/"))).isPresent();
  }

  @Test
  void a_folder_that_is_not_there_is_a_problem() {
    List<RuleProblem> problems =
        reader.read(RuleFolder.sources(folder.resolve("nowhere"))).problems();

    assertThat(problems)
        .extracting(RuleProblem::toString)
        .containsExactly(folder.resolve("nowhere") + ":1:1: does not exist");
  }

  @Test
  void a_problem_names_the_file_as_the_user_did() throws IOException {
    write("bad.yml", "version: 1\nsite: nonsense\n");

    assertThat(reader.read(RuleFolder.sources(folder)).problems())
        .extracting(problem -> problem.mark().file())
        .containsExactly(folder.resolve("bad.yml").toString());
  }
}
