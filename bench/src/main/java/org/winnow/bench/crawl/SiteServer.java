// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A {@link LoopbackSite} in a process of its own. */
final class SiteServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Child process;
  private final String base;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * A request, as the server saw it; times in nanoseconds of the server's clock.
   *
   * @param start when it had come
   * @param end when its answer was sent
   */
  record Hit(long start, long end, String path) {
    boolean isPage() {
      return !path.equals("/robots.txt");
    }
  }

  private SiteServer(Child process, String base) {
    this.process = process;
    this.base = base;
  }

  /** Starts a server of so many pages, each of whose answers takes that long. */
  static SiteServer start(Path folder, int pages, int answerMillis)
      throws IOException, InterruptedException {
    Path port = Files.createTempDirectory(folder, "server").resolve("port");
    Child process =
        Child.start(
            port.resolveSibling("log"),
            List.of("-Xmx" + (192 + pages / 50) + "m", "-XX:+UseSerialGC"),
            LoopbackSite.class.getName(),
            List.of(Integer.toString(pages), Integer.toString(answerMillis), port.toString()));
    while (!Files.exists(port)) {
      if (!process.isAlive() || process.elapsed().compareTo(PATIENCE) > 0) {
        process.close();
        throw new IOException(
            "the server does not start: " + Files.readString(port.resolveSibling("log")));
      }
      Thread.sleep(20);
    }
    return new SiteServer(process, "http://127.0.0.1:" + Files.readString(port));
  }

  /** Its address without a slash at the end. */
  String base() {
    return base;
  }

  int count() throws IOException, InterruptedException {
    return Integer.parseInt(get("/__count"));
  }

  List<Hit> journal() throws IOException, InterruptedException {
    return get("/__journal")
        .lines()
        .map(line -> line.split(" ", 3))
        .map(part -> new Hit(Long.parseLong(part[0]), Long.parseLong(part[1]), part[2]))
        .toList();
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    process.close();
  }
}
