// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.speed;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.winnow.bench.Boilerpipe;
import org.winnow.bench.Contender;
import org.winnow.bench.Readability;
import org.winnow.bench.Winnow;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.PageDecoder;

/**
 * One invocation is one pass over the sample, from the pages' bytes on. Everything includes the
 * decoding; what Winnow is measured on includes metadata, labels, confidence and the text.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SpeedBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Folders of labelled pages, joined as a class path is. */
  @Param("")
  public String datasets = "";

  /** How many pages of them. */
  @Param("100")
  public int count;

  private final Contender winnow = new Winnow();
  private final Contender boilerpipe = new Boilerpipe();
  private final Contender readability = new Readability();
  private List<FetchedPage> pages = List.of();

  /** What the passes of one thread cost. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Cost {
    /** CPU time of the thread. */
    public long cpuNanos;

    /** Passes over the sample. */
    public long passes;
  }

  @Setup
  public void read() throws IOException {
    List<Path> folders = Stream.of(datasets.split(File.pathSeparator, -1)).map(Path::of).toList();
    pages = SpeedSample.read(folders, count).pages();
  }

  /** Decoding and parsing, nothing more: no extractor that reads a DOM can be faster. */
  @Benchmark
  public void parse(Cost cost, Blackhole sink) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (FetchedPage page : pages) {
      sink.consume(Jsoup.parse(PageDecoder.decode(page).text(), page.url().toString()));
    }
    count(cost, start);
  }

  @Benchmark
  public void winnow(Cost cost, Blackhole sink) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (FetchedPage page : pages) {
      sink.consume(taken(winnow, page, ""));
    }
    count(cost, start);
  }

  @Benchmark
  public void boilerpipe(Cost cost, Blackhole sink) {
    decodeAndTake(boilerpipe, cost, sink);
  }

  @Benchmark
  public void readability4j(Cost cost, Blackhole sink) {
    decodeAndTake(readability, cost, sink);
  }

  private void decodeAndTake(Contender contender, Cost cost, Blackhole sink) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (FetchedPage page : pages) {
      sink.consume(taken(contender, page, PageDecoder.decode(page).text()));
    }
    count(cost, start);
  }

  private static Object taken(Contender contender, FetchedPage page, String html) {
    try {
      return contender.take(page, html);
    } catch (Exception thrown) {
      return thrown;
    }
  }

  private static void count(Cost cost, long start) {
    cost.cpuNanos += THREADS.getCurrentThreadCpuTime() - start;
    cost.passes++;
  }
}
