// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.speed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/** Pages that are made to be slow, to overflow a stack or to fill memory. */
final class HostilePages {
  private static final String SENTENCE =
      "The crew put to sea at dawn and came back before the wind had turned. ";

  private HostilePages() {}

  /** The pages by what is odd about them. */
  static Map<String, FetchedPage> make() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("5 MB of paragraphs", repeated(17_000, i -> "<p>" + SENTENCE.repeat(4) + i));
    bodies.put("5 MB in one paragraph", "<p>" + SENTENCE.repeat(74_000));
    bodies.put(
        "5 MB of links", repeated(100_000, i -> "<a href=/" + i + ">story " + i + " told</a> "));
    bodies.put("5 MB of short lines", repeated(600_000, i -> "line<br>"));
    bodies.put("100k nested divs", "<div>".repeat(100_000) + SENTENCE + "</div>".repeat(100_000));
    bodies.put("100k nested divs with text", repeated(100_000, i -> "<div>" + i + " words here "));
    bodies.put("100k unclosed b", repeated(100_000, i -> "<b>" + i));
    bodies.put("100k unclosed a in tables", "<table><a href=x>".repeat(100_000));
    bodies.put(
        "200k attributes on one element",
        "<p " + repeated(200_000, i -> "a" + i + "=1 ") + ">" + SENTENCE.repeat(9));
    bodies.put(
        "200k attributes on 20k elements",
        repeated(20_000, i -> "<p " + "x=1 y=2 z=3 w=4 q=5 ".repeat(2) + "class=c" + i + ">s"));
    bodies.put(
        "100k classes",
        repeated(100_000, i -> "<p class='share-" + i + " body" + i + "'>word" + i));
    Map<String, FetchedPage> pages = new LinkedHashMap<>();
    bodies.forEach((name, body) -> pages.put(name, page("<html><body>" + body)));
    return pages;
  }

  private static String repeated(int times, IntFunction<String> part) {
    return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining());
  }

  private static FetchedPage page(String html) {
    Url url = Url.of("https://www.hostile.example/page");
    return new FetchedPage(url, url, Instant.EPOCH, 200, List.of(), html.getBytes(UTF_8));
  }
}
