// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One command line, run in this process, and what it said. */
record Run(int code, String out, String err) {

  /** Runs {@code winnow} with these arguments, each taken by its text; no terminal is there. */
  static Run winnow(Object... arguments) {
    return on(false, new byte[0], List.of(), arguments);
  }

  /** The same with that piped into it. */
  static Run winnowReading(byte[] in, Object... arguments) {
    return on(false, in, List.of(), arguments);
  }

  /** The same with a person reading. */
  static Run winnowOnTerminal(Object... arguments) {
    return on(true, new byte[0], List.of(), arguments);
  }

  /** The same with one command more. */
  static Run withCommand(Object command, Object... arguments) {
    return on(false, new byte[0], List.of(command), arguments);
  }

  private static Run on(boolean isTerminal, byte[] in, List<Object> more, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            isTerminal,
            isTerminal,
            true,
            100);
    CommandLine command = Main.commandLine(terminal);
    more.forEach(command::addSubcommand);
    int code = command.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
