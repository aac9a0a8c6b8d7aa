// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.Nearest;
import org.winnow.pipeline.UserError;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Command lines that explain themselves and their failures alike. Exit codes: 0 done; 1 done with
 * failures, each named; 2 the command, a rule or the configuration is wrong.
 */
public final class CommandLines {
  private CommandLines() {}

  /**
   * A command with its subcommands.
   *
   * @param root the command; its {@code --debug}, if it has one, shows where failures come from
   * @param subcommands in the order of the help
   */
  public static CommandLine of(Object root, List<?> subcommands, Terminal terminal) {
    CommandLine line = new CommandLine(root);
    subcommands.forEach(line::addSubcommand);
    return line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
        .setUsageHelpWidth(Math.min(110, terminal.columns()))
        .setAbbreviatedOptionsAllowed(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((wrong, args) -> explainUsage(wrong, terminal))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> explainFailure(failure, command, terminal));
  }

  /** Runs one command line and gives its exit code; errors of the JVM are named too. */
  public static int run(CommandLine line, Terminal terminal, String... args) {
    String name = name(line);
    try {
      int code = line.execute(args);
      terminal.out().flush();
      terminal.err().flush();
      return code;
    } catch (OutOfMemoryError full) {
      terminal.say(name + ": out of memory; give it more with WINNOW_JAVA_OPTIONS=-Xmx4g");
    } catch (Error broken) {
      terminal.say(name + ": this is a bug in Winnow: " + broken);
      broken.printStackTrace(terminal.err());
    }
    return ExitCode.SOFTWARE;
  }

  private static int explainUsage(ParameterException wrong, Terminal terminal) {
    CommandLine command = wrong.getCommandLine();
    terminal.say(name(command) + ": " + wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      Nearest.to(word, unmatched.isUnknownOption() ? options(command) : commands(command))
          .ifPresent(meant -> terminal.say("Did you mean " + meant + "?"));
    }
    terminal.say("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  private static Collection<String> options(CommandLine command) {
    return command.getCommandSpec().optionsMap().keySet();
  }

  private static Collection<String> commands(CommandLine command) {
    return command.getSubcommands().keySet();
  }

  private static int explainFailure(Exception failure, CommandLine command, Terminal terminal) {
    String name = name(command);
    OptionSpec debug = command.getCommandSpec().root().findOption("--debug");
    if (debug != null && Boolean.TRUE.equals(debug.getValue())) {
      failure.printStackTrace(terminal.err());
    }
    if (failure instanceof UserError) {
      String.valueOf(failure.getMessage())
          .lines()
          .forEach(line -> terminal.say(name + ": " + line));
      return ExitCode.USAGE;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      terminal.say(name + ": " + Failures.reason(failure));
      return ExitCode.SOFTWARE;
    }
    terminal.say(name + ": this is a bug in Winnow: " + failure);
    terminal.say("Run the same command with --debug to see where, and please report it.");
    return ExitCode.SOFTWARE;
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().root().name();
  }
}
