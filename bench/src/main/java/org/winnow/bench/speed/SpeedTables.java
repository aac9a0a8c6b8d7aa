// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.speed;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.app.Table;

/** Writes what was measured for people. */
final class SpeedTables {
  private static final String PARSE = "parse";

  private SpeedTables() {}

  /**
   * The tables of all benchmarks on one thread, and of some on two.
   *
   * @param one the measurements on one thread, one a round; {@code parse} must be among them
   * @param two the measurements on two threads
   */
  static void print(
      Map<String, List<Measured>> one, Map<String, List<Measured>> two, PrintStream out) {
    print(oneThread(one), out);
    print(twoThreads(one, two), out);
  }

  private static Table oneThread(Map<String, List<Measured>> measured) {
    Table table =
        new Table(
            "one thread",
            "CPU ms/page",
            "pages/s of CPU",
            "ms/page",
            "x parse (CPU)",
            "x parse (wall)",
            "KB allocated/page");
    List<Measured> parse = measured.getOrDefault(PARSE, List.of());
    measured.forEach(
        (name, rounds) -> {
          double cpu = SpeedRounds.median(rounds, Measured::cpu);
          table.add(
              title(name),
              figure("%.3f", cpu),
              figure("%.0f", 1000 / cpu),
              figure("%.3f", SpeedRounds.median(rounds, Measured::wall)),
              figure("%.2f", SpeedRounds.ratio(rounds, parse, Measured::cpu)),
              figure("%.2f", SpeedRounds.ratio(rounds, parse, Measured::wall)),
              figure("%.0f", SpeedRounds.median(rounds, Measured::bytes) / 1000));
        });
    return table;
  }

  private static Table twoThreads(
      Map<String, List<Measured>> one, Map<String, List<Measured>> two) {
    Table table = new Table("two threads", "CPU ms/page", "pages/s", "x one thread's pages/s");
    two.forEach(
        (name, rounds) -> {
          List<Measured> alone = one.getOrDefault(name, List.of());
          table.add(
              title(name),
              figure("%.3f", SpeedRounds.median(rounds, Measured::cpu)),
              figure("%.0f", 2000 / SpeedRounds.median(rounds, Measured::wall)),
              figure("%.2f", 2 / SpeedRounds.ratio(rounds, alone, Measured::wall)));
        });
    return table;
  }

  private static String title(String benchmark) {
    return benchmark.equals(PARSE) ? "decode and parse" : benchmark;
  }

  private static void print(Table table, PrintStream out) {
    table.lines().forEach(out::println);
    out.println();
  }

  private static String figure(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
