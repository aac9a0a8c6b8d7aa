// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesImportTest {
  @TempDir private Path folder;
  private Path configs;
  private Path rules;

  @BeforeEach
  void write_configs() throws IOException {
    configs = Files.createDirectory(folder.resolve("configs"));
    rules = folder.resolve("rules");
    Files.writeString(configs.resolve("a.example.txt"), "title: //h1\nbody: //article\n");
    Files.writeString(configs.resolve("b.example.txt"), "body: //main\nstrip: //p[text()='Ad']\n");
  }

  @Test
  void site_configs_become_rules_that_pass_the_check() {
    Run run = Run.winnow("rules", "import", "ftr", configs, "--out", rules);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("2 of 2 configs imported, 1 of them completely (50.0 %)")
        .contains("3 of 4 XPath expressions are CSS now (75.0 %)")
        .contains("compares the whole text of an element");
    assertThat(rules.resolve("a.example.yml")).exists();
    assertThat(Run.winnow("rules", "check", rules).code()).isZero();
  }

  @Test
  void replacements_and_a_distrust_of_json_ld_are_in_the_rule() throws IOException {
    Files.writeString(
        configs.resolve("c.example.txt"),
        "body: //main\nfind_string: <noscript>\nreplace_string: <div>\nskip_json_ld: yes\n");
    Run.winnow("rules", "import", "ftr", configs, "--out", rules);
    assertThat(rules.resolve("c.example.yml"))
        .content()
        .doesNotContain("Not yet understood")
        .contains("htmlReplace", "jsonld: ignore");
    assertThat(Run.winnow("rules", "check", rules).code()).isZero();
  }

  @Test
  void one_config_alone_can_be_imported() {
    Run run =
        Run.winnow("rules", "import", "ftr", configs.resolve("a.example.txt"), "--out", rules);
    assertThat(run.code()).isZero();
    assertThat(rules.resolve("a.example.yml")).isNotEmptyFile();
    assertThat(rules.resolve("b.example.yml")).doesNotExist();
  }

  @Test
  void a_file_that_is_not_imported_is_named_and_the_others_are_done() throws IOException {
    Files.writeString(configs.resolve("LICENSE.txt"), "free");
    Run run = Run.winnow("rules", "import", "ftr", configs, "--out", rules);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("LICENSE.txt").contains("not a host's");
    assertThat(rules.resolve("b.example.yml")).exists();
  }

  @Test
  void typos_in_a_config_are_named_with_their_line() throws IOException {
    Path typo = Files.writeString(configs.resolve("c.example.txt"), "\ntitl: //h1\n");
    Run run = Run.winnow("rules", "import", "ftr", typo, "--out", rules);
    assertThat(run.err())
        .contains("c.example.txt:2: unknown directive 'titl' (did you mean title?)");
  }

  @Test
  void the_report_has_a_line_for_everything_that_was_not_taken_over() {
    Path report = folder.resolve("report.txt");
    Run.winnow("rules", "import", "ftr", configs, "--out", rules, "--report", report);
    assertThat(report).content().contains("b.example.txt:2: strip compares the whole text");
  }

  @Test
  void a_rule_that_was_worked_on_is_not_written_over_unless_asked() throws IOException {
    Files.createDirectories(rules);
    Path mine = Files.writeString(rules.resolve("a.example.yml"), "# mine\n");
    Run run = Run.winnow("rules", "import", "ftr", configs, "--out", rules);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("a.example.yml: is there and differs");
    assertThat(mine).hasContent("# mine");
    assertThat(rules.resolve("b.example.yml")).doesNotExist();

    assertThat(Run.winnow("rules", "import", "ftr", configs, "--out", rules, "--replace").code())
        .isZero();
    assertThat(mine).content().contains("site: https://a.example/");
  }

  @Test
  void what_is_not_there_is_a_wrong_command() {
    assertThat(Run.winnow("rules", "import", "ftr", folder.resolve("none"), "--out", rules).code())
        .isEqualTo(2);
    assertThat(Run.winnow("rules", "import").err()).contains("ftr or abp");
  }

  @Test
  void a_filter_list_becomes_a_file_of_rules_that_passes_the_check() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "##.ad\nx.example##.promo\n||y^\n");
    Path out = rules.resolve("my-list.yml");
    Run run = Run.winnow("rules", "import", "abp", list, "--out", out);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 general selectors, rules for 1 hosts").contains("1 filters");
    assertThat(Run.winnow("rules", "check", out).code()).isZero();
  }

  @Test
  void a_filter_that_is_not_css_is_named_with_its_line() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "##.ad\n##p:has-text(x)\n");
    Run run = Run.winnow("rules", "import", "abp", list, "--out", rules.resolve("l.yml"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("list.txt:2: p:has-text(x)");
  }
}
