// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.speed;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.winnow.app.TerminalProgress;

/**
 * Measures several benchmarks in turn, again and again, so that what else the machine does falls on
 * all of them; every round starts fresh JVMs.
 *
 * @param datasets folders of labelled pages
 * @param pages how many of their pages
 * @param rounds how often to measure everything
 * @param seconds how long a round measures one benchmark; it warms up as long
 */
record SpeedRounds(List<Path> datasets, int pages, int rounds, int seconds) {

  /** The measurements of every benchmark, one a round. */
  Map<String, List<Measured>> run(List<String> benchmarks, int threads, TerminalProgress progress)
      throws RunnerException {
    Map<String, List<Measured>> measured = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String benchmark : benchmarks) {
        measured
            .computeIfAbsent(benchmark, name -> new ArrayList<>())
            .add(measure(benchmark, threads));
        progress.step();
      }
    }
    return measured;
  }

  private Measured measure(String benchmark, int threads) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(SpeedBenchmark.class.getName() + "\\." + benchmark + "$")
            .param(
                "datasets",
                datasets.stream()
                    .map(folder -> folder.toAbsolutePath().toString())
                    .collect(Collectors.joining(File.pathSeparator)))
            .param("count", String.valueOf(pages))
            .forks(1)
            .threads(threads)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(seconds * 500L))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(seconds * 500L))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .jvmArgs("-Xmx2g", "-XX:+UseParallelGC");
    return Measured.of(new Runner(options.build()).runSingle(), pages);
  }

  /** The median over the rounds of the ratio of a benchmark to another in the same round. */
  static double ratio(List<Measured> of, List<Measured> to, ToDoubleFunction<Measured> figure) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < of.size(); round++) {
      ratios.add(figure.applyAsDouble(of.get(round)) / figure.applyAsDouble(to.get(round)));
    }
    return median(ratios);
  }

  /** The median over the rounds of one figure. */
  static double median(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
    return median(rounds.stream().map(figure::applyAsDouble).toList());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
