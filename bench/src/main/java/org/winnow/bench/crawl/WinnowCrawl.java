// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.winnow.app.Main;

/** {@code winnow crawl} of servers on loopback, as a process. */
final class WinnowCrawl {
  private WinnowCrawl() {}

  /**
   * Makes the class-data archive with which {@code ./winnow} starts, of a crawl of its own.
   *
   * @return the flag that uses it
   */
  static String classData(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path archive = folder.resolve("classes.jsa");
    try (SiteServer server = SiteServer.start(folder, 20, 0);
        Child child =
            start(
                folder.resolve("data"),
                List.of(server),
                2,
                "0s",
                List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"))) {
      child.await(Duration.ofMinutes(2));
    }
    return "-XX:SharedArchiveFile=" + archive;
  }

  /** Starts a crawl of these servers, each of which answers for {@code siteN.example}. */
  static Child start(Path data, List<SiteServer> servers, int threads, String delay)
      throws IOException {
    return start(data, servers, threads, delay, List.of());
  }

  /** The same with more flags for its process. */
  static Child start(
      Path data, List<SiteServer> servers, int threads, String delay, List<String> more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("crawl"));
    for (int i = 0; i < servers.size(); i++) {
      String origin = "http://site" + i + ".example";
      arguments.add(origin + "/");
      arguments.add("--map");
      arguments.add(origin + "=" + servers.get(i).base());
    }
    arguments.addAll(
        List.of(
            "--data",
            data.toString(),
            "--delay",
            delay,
            "--threads",
            Integer.toString(threads),
            "--user-agent",
            "Winnow-Bench/1 (+https://winnow.example/bot)"));
    Files.createDirectories(data);
    List<String> flags = new ArrayList<>(Child.CRAWL_FLAGS);
    flags.addAll(more);
    return Child.start(data.resolve("log"), flags, Main.class.getName(), arguments);
  }

  /** Every text that came of it: file to content. */
  static Map<String, String> texts(Path data) throws IOException {
    Path folder = data.resolve("text");
    Map<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return texts;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
