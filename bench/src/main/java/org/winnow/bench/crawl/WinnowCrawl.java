// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.winnow.app.Main;

/** {@code winnow crawl} of servers on loopback, as a process. */
final class WinnowCrawl {
  private WinnowCrawl() {}

  /** Starts a crawl of these servers, each of which answers for {@code siteN.example}. */
  static Child start(Path data, List<SiteServer> servers, int threads, String delay)
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
    return Child.start(data.resolve("log"), Child.CRAWL_FLAGS, Main.class.getName(), arguments);
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
