// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.winnow.app.Terminal;

/** One command line of the benchmarks, run in this process, and what it said. */
public record BenchRun(int code, String out, String err) {

  /** Runs {@code winnow-bench} with these arguments, each taken by its text. */
  public static BenchRun bench(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            java.io.InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            false,
            100);
    int code =
        Bench.commandLine(terminal)
            .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    return new BenchRun(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
