// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.review.TestServer;

class HostileTextTest {
  private static final String PROSE =
      "The council met on Monday and agreed on a plan for the old harbour of the town, which had"
          + " stood empty for more than twenty years before anybody asked what should become of it."
          + " ";
  private static final String RUN = "alarm('run')";
  private static final String AWAY = "https://elsewhere.example/";

  private static final List<String> MARKUP =
      List.of(
          "<script>" + RUN + "</script>",
          "<script src=" + AWAY + "a.js></script>",
          "<img src=x onerror=" + RUN + ">",
          "<img src=" + AWAY + "p.png srcset='" + AWAY + "q.png 1x'>",
          "<svg onload=" + RUN + "><script>" + RUN + "</script><use href=" + AWAY + "u#a></svg>",
          "<iframe src=\"javascript:" + RUN + "\"></iframe>",
          "<iframe srcdoc='<script>parent." + RUN + "</script>'></iframe>",
          "<details open ontoggle=" + RUN + ">Open</details>",
          "<input autofocus onfocus=" + RUN + ">",
          "<video autoplay src=" + AWAY + "v><source onerror=" + RUN + "></video>",
          "<math><mtext><img src=x onerror=" + RUN + "></mtext></math>",
          "<a href=\"javascript:" + RUN + "\" ping=" + AWAY + ">Click</a>",
          "<form action=\"javascript:"
              + RUN
              + "\"><button formaction="
              + AWAY
              + ">Go</button></form>",
          "<object data=\"javascript:" + RUN + "\"></object><embed src=" + AWAY + "e.swf>",
          "<meta http-equiv=refresh content=\"0;url=" + AWAY + "\">",
          "<base href=" + AWAY + ">",
          "<link rel=stylesheet href=" + AWAY + "c.css>",
          "<style>@import '" + AWAY + "i.css'; * { background: url(" + AWAY + "b) }</style>",
          "<p style=\"background:url(" + AWAY + "s)\" onmouseover=" + RUN + ">Styled</p>",
          "<template><script>" + RUN + "</script></template>",
          "<noscript><p title=\"</noscript><img src=x onerror=" + RUN + ">\"></noscript>",
          "<svg><style><img title='</style><img src=x onerror=" + RUN + ">'></style></svg>",
          "<marquee onstart=" + RUN + ">Run</marquee>",
          "<body onload=" + RUN + " onpageshow=" + RUN + ">",
          "javascript:" + RUN,
          "<img src='data:image/svg+xml,<svg onload="
              + RUN
              + " xmlns=\"http://www.w3.org/2000/svg\"/>'>");

  private static final List<String> AROUND =
      List.of(
          "%s",
          "\">%s",
          "'>%s",
          "</title>%s",
          "</textarea>%s",
          "</script>%s",
          "</style>%s",
          "-->%s",
          "]]>%s",
          "${7*7} @if(true) %s",
          "{{constructor.constructor(\"alarm('run')\")()}} %s",
          "\u202e%s\u202c",
          "\u0000%s");

  private static final List<String> NAUGHTY =
      List.of(
          "undefined",
          "null",
          "NaN",
          "-1",
          "1e309",
          "0x0",
          "true",
          "' OR 1=1 --",
          "\"; DROP TABLE article; --",
          "../../../../etc/passwd",
          "C:\\con\\con",
          "%00%0d%0aSet-Cookie: a=b",
          "%s%s%n%x",
          "{0} {1, plural}",
          "${jndi:ldap://elsewhere.example/a}",
          "\ufeffmark",
          "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
          "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "\ufdfd \u0627\u0644\u0644\u0647 \u202e abc \u2066 def",
          "\u2028\u2029\u0085\u200b\u2060",
          "ＦＵＬＬ ｗｉｄｔｈ",
          "田中さんにあげて下さい",
          "ﬀ ﬃ ß İ ı",
          "A".repeat(5000),
          "x ".repeat(3000),
          "\ud800 alone",
          "\ufffe\uffff",
          "<a&lt;&amp;&#60;&#x3c;>",
          "__proto__",
          "constructor");

  @TempDir Path folder;
  private Library library;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    library = new Library(folder);
    server = TestServer.start(folder, library.pages());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    library.close();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static List<String> vectors() {
    List<String> vectors = new ArrayList<>();
    for (String around : AROUND) {
      MARKUP.forEach(markup -> vectors.add(around.replace("%s", markup)));
    }
    return vectors;
  }

  /** The same strings as headline, author, address, text and markup of a page. */
  private long add(int number, List<String> strings) throws IOException {
    String text = escaped(String.join(" ", strings));
    String path = URLEncoder.encode(String.join(" ", strings), StandardCharsets.UTF_8);
    return library.addPage(
        "a"
            + number
            + "/"
            + path.substring(0, Math.min(path.length(), 1500)).replaceAll("%[0-9A-F]?$", ""),
        "<!doctype html><html><head><title>"
            + text
            + "</title><meta name=author content=\""
            + text
            + "\"></head><body><article><h1>"
            + text
            + "</h1><p>"
            + PROSE.repeat(3)
            + "</p><p>"
            + text
            + "</p><p>"
            + PROSE
            + "</p>"
            + String.join("\n", strings)
            + "</article></body></html>");
  }

  @Test
  void nothing_in_three_hundred_hostile_pages_runs_or_asks_elsewhere() throws IOException {
    List<String> vectors = vectors();
    assertThat(vectors).hasSizeGreaterThan(300);
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i += 8) {
      ids.add(add(i, vectors.subList(i, Math.min(i + 8, vectors.size()))));
    }
    for (int i = 0; i < NAUGHTY.size(); i += 6) {
      ids.add(add(1000 + i, NAUGHTY.subList(i, Math.min(i + 6, NAUGHTY.size()))));
    }
    library.pages().indexNow();
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page(server);
      for (long id : ids) {
        page.navigate(server.url("/documents/" + id));
        assertThat(page.locator("#text p").count()).isPositive();
        assertThat(page.frameLocator("#page").locator("[data-b]").count()).isPositive();
        page.navigate(server.url("/documents/" + id + "/page"));
        assertThat(page.locator("[data-b]").count()).isPositive();
        assertThat(page.evaluate("() => origin")).isEqualTo("null");
      }
      assertThat(chromium.alarms()).isEmpty();
      assertThat(chromium.elsewhere()).isEmpty();
    }
  }

  @Test
  void the_watch_would_see_what_runs() throws IOException {
    library.add("a", "Headline", PROSE, PROSE);
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page(server);
      page.navigate(server.url("/documents"));

      page.evaluate("() => alarm('run')");

      assertThat(chromium.alarms()).hasSize(1);
    }
  }
}
