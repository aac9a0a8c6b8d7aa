// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process with the classes of this one. What it prints goes to a file. */
final class Child implements AutoCloseable {
  /** How ./winnow starts a crawl; {@code launch.sh} has the same. */
  static final List<String> CRAWL_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xms48m", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final long began = System.nanoTime();
  private long peak;

  private Child(Process process) {
    this.process = process;
  }

  static Child start(Path output, List<String> flags, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return new Child(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(output.toString())))
            .start());
  }

  /** Waits for its end, watching its memory; its exit code, or -1 if it was not in time. */
  int await(Duration patience) throws InterruptedException, IOException {
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakNow());
      if (elapsed().compareTo(patience) > 0) {
        close();
        return -1;
      }
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. Returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** The most memory it had, in bytes; 0 where the system does not tell. */
  long peakMemory() {
    return peak;
  }

  private long peakNow() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException ended) {
      return 0;
    }
    return 0;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
