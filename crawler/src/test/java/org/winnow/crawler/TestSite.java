// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.winnow.corpus.Url;

/** A small site on loopback that is crawled under a name of its own. Has no robots.txt at first. */
final class TestSite implements AutoCloseable {
  private final String origin;
  private final MockWebServer server = new MockWebServer();
  private final Map<String, Deque<MockResponse>> answers = new ConcurrentHashMap<>();
  private final List<Hit> hits = new CopyOnWriteArrayList<>();

  /** One request as the server saw it. */
  record Hit(String target, long nanos, RecordedRequest request) {}

  TestSite(String origin) {
    this.origin = origin;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            hits.add(new Hit(request.getTarget(), System.nanoTime(), request));
            return answer(request.getTarget());
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers to that path, one after the other; the last one again and again. */
  TestSite answers(String target, MockResponse... responses) {
    answers.put(target, new ArrayDeque<>(Arrays.asList(responses)));
    return this;
  }

  TestSite page(String target, String body) {
    return answers(target, html(body));
  }

  TestSite robots(String text) {
    return answers("/robots.txt", text(200, "text/plain", text));
  }

  static MockResponse html(String body) {
    return text(200, "text/html; charset=utf-8", "<html><body>" + body + "</body></html>");
  }

  static MockResponse text(int status, String contentType, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", contentType)
        .body(body)
        .build();
  }

  static MockResponse bytes(String contentType, byte[] body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", contentType)
        .body(new Buffer().write(body))
        .build();
  }

  static MockResponse status(int status, String... headers) {
    MockResponse.Builder response = new MockResponse.Builder().code(status);
    Arrays.stream(headers).forEach(response::addHeader);
    return response.build();
  }

  static MockResponse redirect(String location) {
    return status(302, "Location: " + location);
  }

  private MockResponse answer(String target) {
    Deque<MockResponse> queue = answers.get(target);
    if (queue == null) {
      return text(404, "text/html", "not here");
    }
    synchronized (queue) {
      return queue.size() > 1 ? queue.remove() : queue.element();
    }
  }

  Url url(String target) {
    return Url.of(origin + target);
  }

  /** The line that maps the site's name to its server. */
  String mapping() {
    String base = server.url("/").toString();
    return origin + "=" + base.substring(0, base.length() - 1);
  }

  String base() {
    return server.url("/").toString();
  }

  List<Hit> hits() {
    return hits;
  }

  /** What was asked for, in order. */
  List<String> targets() {
    return hits.stream().map(Hit::target).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
