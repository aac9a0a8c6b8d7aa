// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.winnow.corpus.Url;
import org.winnow.pipeline.rules.Samples;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/**
 * The samples of the bundled rules as small web sites on loopback, each on a port of its own.
 * Nothing is read from or sent to any other machine.
 */
final class MiniatureWeb implements AutoCloseable {
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<HttpServer> servers = new ArrayList<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();

  /** Starts a site for every host that the rules have samples of. */
  MiniatureWeb(RuleSet rules) throws IOException {
    try {
      for (MiniatureSite site : sites(rules)) {
        serve(site);
      }
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** Where the crawl begins, site by site. */
  List<Url> addresses() {
    return ports.keySet().stream().map(origin -> Url.of(origin + "/")).toList();
  }

  /** From where each origin is really fetched, as {@code ORIGIN=BASE}. */
  List<String> origins() {
    return ports.entrySet().stream()
        .map(site -> site.getKey() + "=http://127.0.0.1:" + site.getValue())
        .toList();
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }

  private static List<MiniatureSite> sites(RuleSet rules) throws IOException {
    Map<String, Map<Url, byte[]>> pages = new LinkedHashMap<>();
    Map<String, Map<Url, String>> articles = new LinkedHashMap<>();
    for (SiteRule rule : rules.rules()) {
      for (SampleTest sample : rule.tests()) {
        if (sample.url() != null) {
          Url url = Samples.url(rule, sample);
          pages
              .computeIfAbsent(url.origin(), origin -> new LinkedHashMap<>())
              .put(url, Samples.bytes(sample, sample.page()));
          articles
              .computeIfAbsent(url.origin(), origin -> new LinkedHashMap<>())
              .put(url, headline(sample).orElse(url.path()));
        }
      }
    }
    List<MiniatureSite> sites = new ArrayList<>();
    pages.forEach(
        (origin, ofSite) ->
            sites.add(
                new MiniatureSite(
                    Url.of(origin + "/"), ofSite, articles.getOrDefault(origin, Map.of()))));
    return sites;
  }

  /** The first line of what the sample's text must be. */
  private static Optional<String> headline(SampleTest sample) throws IOException {
    String gold = sample.gold();
    return gold == null
        ? Optional.empty()
        : new String(Samples.bytes(sample, gold), StandardCharsets.UTF_8).lines().findFirst();
  }

  // Quirk: the JDK's server sends head and body in two packets, and the second waits 40 ms for the
  // first one's receipt unless this is set before the first server is made.
  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private void serve(MiniatureSite site) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, site));
    server.start();
    servers.add(server);
    ports.put(site.origin(), server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, MiniatureSite site) {
    try (exchange) {
      // Through Url, so that every spelling of an address leads to its page.
      String target = exchange.getRequestURI().toString();
      Url asked = Url.parse(site.origin() + target).orElse(Url.of(site.origin() + "/"));
      String normal = asked.path() + asked.query().map(query -> "?" + query).orElse("");
      byte[] file = site.file(normal);
      byte[] body = file == null ? site.notFound() : file;
      exchange.getResponseHeaders().set("Content-Type", MiniatureSite.contentType(normal));
      exchange.sendResponseHeaders(file == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
