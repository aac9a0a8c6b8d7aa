// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit codes: 0 done; 1 done with failures, each named; 2 the command, a rule or
 * the configuration is wrong and nothing was fetched or written.
 */
public final class Main {
  private Main() {}

  /** Every subcommand, in the order of the help. */
  private static List<Object> subcommands(Terminal terminal) {
    return List.of(
        new DemoCommand(terminal),
        new ExtractCommand(terminal),
        new CleanCommand(terminal),
        new CrawlCommand(terminal),
        RulesCommand.withSubcommands(terminal),
        new ExportCommand(terminal),
        new EvaluateCommand(terminal),
        ScheduleCommand.withSubcommands(terminal, Clock.systemUTC()),
        new StatusCommand(terminal));
  }

  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    int code = ExitCode.SOFTWARE;
    try {
      code = run(terminal, args);
    } catch (OutOfMemoryError full) {
      terminal.say("winnow: out of memory; give it more with WINNOW_JAVA_OPTIONS=-Xmx4g");
    } catch (Error broken) {
      terminal.say("winnow: this is a bug in Winnow: " + broken);
      broken.printStackTrace(terminal.err());
    }
    System.exit(code);
  }

  /** Runs one command line and gives its exit code. */
  static int run(Terminal terminal, String... args) {
    int code = commandLine(terminal).execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  /** The whole tree of commands. */
  static CommandLine commandLine(Terminal terminal) {
    CommandLine winnow = new CommandLine(new WinnowCommand());
    subcommands(terminal).forEach(winnow::addSubcommand);
    winnow
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
        .setUsageHelpWidth(Math.min(110, terminal.columns()))
        .setAbbreviatedOptionsAllowed(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((wrong, args) -> explainUsage(wrong, terminal))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> explainFailure(failure, command, terminal));
    return winnow;
  }

  private static int explainUsage(ParameterException wrong, Terminal terminal) {
    CommandLine command = wrong.getCommandLine();
    terminal.say("winnow: " + wrong.getMessage());
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
    if (command.getCommandSpec().root().userObject() instanceof WinnowCommand root && root.debug) {
      failure.printStackTrace(terminal.err());
    }
    if (failure instanceof UserError) {
      String.valueOf(failure.getMessage()).lines().forEach(line -> terminal.say("winnow: " + line));
      return ExitCode.USAGE;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      terminal.say("winnow: " + Failures.reason(failure));
      return ExitCode.SOFTWARE;
    }
    terminal.say("winnow: this is a bug in Winnow: " + failure);
    terminal.say("Run the same command with --debug to see where, and please report it.");
    return ExitCode.SOFTWARE;
  }
}
