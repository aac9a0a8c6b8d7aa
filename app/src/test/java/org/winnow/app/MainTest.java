// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

class MainTest {

  @TestFactory
  Stream<DynamicTest> every_command_has_help_with_an_example_of_itself() {
    return allCommands(Main.commandLine(Terminal.ofProcess()))
        .map(
            command -> {
              String name = command.getCommandSpec().qualifiedName();
              return DynamicTest.dynamicTest(
                  name,
                  () -> {
                    Object[] words = (name + " --help").substring("winnow ".length()).split(" ");
                    Run help = Run.winnow(words);
                    assertThat(help.code()).isZero();
                    assertThat(help.err()).isEmpty();
                    assertThat(help.out()).contains("Usage: " + name);
                    assertThat(help.out().substring(help.out().indexOf("Example")))
                        .contains("  " + name + " ");
                  });
            });
  }

  private static Stream<CommandLine> allCommands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(MainTest::allCommands));
  }

  @Test
  void the_version_is_the_one_of_the_build() {
    Run version = Run.winnow("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).matches("winnow \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
  }

  @Test
  void no_command_is_a_wrong_command() {
    Run none = Run.winnow();
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("name a command").contains("winnow --help");
  }

  @Test
  void an_unknown_command_is_answered_with_the_nearest_one() {
    Run typo = Run.winnow("extrct", "page.html");
    assertThat(typo.code()).isEqualTo(2);
    assertThat(typo.err()).contains("'extrct'").contains("Did you mean extract?");
  }

  @Test
  void an_unknown_option_is_answered_with_the_nearest_one() {
    Run typo = Run.winnow("extract", "--fromat", "jsonl", "page.html");
    assertThat(typo.code()).isEqualTo(2);
    assertThat(typo.err()).contains("'--fromat'").contains("Did you mean --format?");
  }

  @Test
  void a_bad_value_names_the_option_and_the_good_ones() {
    Run typo = Run.winnow("extract", "--format", "yaml", "page.html");
    assertThat(typo.code()).isEqualTo(2);
    assertThat(typo.err()).contains("--format").contains("yaml").contains("TEXT, JSONL");
  }

  @Test
  void help_is_plain_without_a_terminal_and_coloured_with_one() {
    assertThat(Run.winnow("--help").out()).doesNotContain("\u001b");
    assertThat(Run.winnowOnTerminal("--help").out()).contains("\u001b[");
  }

  @Test
  void text_from_the_web_cannot_steer_the_terminal() {
    assertThat(Terminal.printable("a\u001b[2Jb\u202Ec\nd")).isEqualTo("a\uFFFD[2Jb\uFFFDc\nd");
  }

  @Test
  void a_bug_is_one_line_with_the_value_and_its_stack_only_on_request() {
    Run bug = Run.withCommand(new Broken(), "broken");
    assertThat(bug.code()).isEqualTo(1);
    assertThat(bug.err()).contains("odd value 7").contains("--debug").doesNotContain("\tat ");

    Run withStack = Run.withCommand(new Broken(), "broken", "--debug");
    assertThat(withStack.err()).contains("\tat org.winnow.app.MainTest$Broken.run");
  }

  @CommandLine.Command(name = "broken")
  static final class Broken implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("odd value 7");
    }
  }
}
