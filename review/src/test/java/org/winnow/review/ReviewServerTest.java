// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.pipeline.UserError;
import org.winnow.review.TestServer.Answer;

class ReviewServerTest {
  @TempDir Path folder;
  private TestServer browser;

  @BeforeEach
  void start() throws Exception {
    browser = TestServer.start(folder, ReviewServerTest::addTo);
  }

  @AfterEach
  void stop() {
    browser.close();
  }

  private static void addTo(Routes routes) {
    routes.get(
        "/hello", visit -> visit.show("error", Map.of("message", "<b>&\"hello\"", "status", 200)));
    routes.get(
        "/bug",
        visit -> {
          throw new IllegalStateException("the value 7");
        });
    routes.get(
        "/wrong",
        visit -> {
          throw new UserError("rules: no such folder");
        });
    routes.post(
        "/done",
        visit -> {
          visit.tell("frame.home");
          visit.redirect("/hello");
        });
    routes.stream(
        "/events",
        (visit, events) -> {
          events.send("row", "<p>one</p>\n<p>two</p>");
          events.send("end", "");
        });
  }

  @Test
  void a_page_stands_in_the_frame_with_its_values_escaped() throws Exception {
    Answer page = browser.get("/hello");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body())
        .contains("<html lang=\"en\" dir=\"ltr\">")
        .contains("&lt;b&gt;&amp;")
        .doesNotContain("<b>");
  }

  @Test
  void no_page_has_script_or_style_in_it() throws Exception {
    assertThat(browser.get("/hello").body())
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContain("<style", " style=", " onclick");
  }

  @Test
  void every_answer_has_the_headers_that_protect_it() throws Exception {
    for (String path : List.of("/hello", "/nowhere", "/healthz", "/static/frame.css", "/bug")) {
      Answer answer = browser.get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("Server")).isNull();
    }
  }

  @Test
  void style_sheets_and_scripts_of_a_page_are_there() throws Exception {
    String page = browser.get("/hello").body();
    var links =
        java.util.regex.Pattern.compile("(?:href|src)=\"(/(?:static|lib)/[^\"]+)\"").matcher(page);
    int count = 0;
    while (links.find()) {
      Answer asset = browser.get(links.group(1));
      assertThat(asset.status()).as(links.group(1)).isEqualTo(200);
      assertThat(asset.header("Cache-Control")).contains("immutable");
      count++;
    }
    assertThat(count).isEqualTo(4);
  }

  @Test
  void only_style_sheets_and_scripts_are_handed_out() throws Exception {
    for (String path :
        List.of(
            "/static/..%2fframe_en.properties",
            "/static/frame_en.properties",
            "/lib/htmx.org/2.0.10/package.json",
            "/lib/htmx.org/2.0.10/%2e%2e/%2e%2e/x.js")) {
      assertThat(browser.get(path).status()).as(path).isIn(400, 404);
    }
  }

  @Test
  void a_bug_gives_a_page_with_a_number_and_no_detail() throws Exception {
    Answer page = browser.get("/bug");
    assertThat(page.status()).isEqualTo(500);
    assertThat(page.body()).containsPattern("under the number [A-Za-z0-9_-]{8}\\.");
    assertThat(page.body()).doesNotContain("IllegalState", "the value 7");
  }

  @Test
  void what_a_person_did_wrong_is_said() throws Exception {
    Answer page = browser.get("/wrong");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("rules: no such folder");
  }

  @Test
  void a_part_of_a_page_gets_its_error_as_a_line() throws Exception {
    Answer part = browser.send(browser.request("/wrong").header("HX-Request", "true").build());
    assertThat(part.status()).isEqualTo(400);
    assertThat(part.body()).isEqualTo("rules: no such folder");
  }

  @Test
  void a_message_is_shown_on_the_next_page_and_only_there() throws Exception {
    Answer done = browser.post("/done");
    assertThat(done.status()).isEqualTo(303);
    assertThat(done.header("Location")).endsWith("/hello");
    assertThat(browser.get("/hello").body()).contains("class=\"message");
    assertThat(browser.get("/hello").body()).doesNotContain("class=\"message");
  }

  @Test
  void the_browser_chooses_the_language_and_a_person_another_one() throws Exception {
    var arabic = browser.request("/hello").header("Accept-Language", "ar-LB,ar;q=0.9,en;q=0.5");
    assertThat(browser.send(arabic.build()).body()).contains("<html lang=\"ar\" dir=\"rtl\">");
    Answer chosen = browser.post("/language", "language", "en", "to", "/hello");
    assertThat(chosen.header("Location")).endsWith("/hello");
    assertThat(browser.send(arabic.build()).body()).contains("<html lang=\"en\"");
  }

  @Test
  void nobody_is_sent_to_another_site() throws Exception {
    for (String to :
        List.of("//evil.example", "https://evil.example/", "/\\evil.example", "/a\r\nX: y")) {
      Answer chosen = browser.post("/language", "language", "en", "to", to);
      assertThat(chosen.header("Location")).as(to).matches("(http://127\\.0\\.0\\.1:\\d+)?/");
    }
  }

  @Test
  void a_stream_sends_events_until_its_feature_returns() throws Exception {
    Answer stream =
        browser.send(browser.request("/events").header("Accept", "text/event-stream").build());
    assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
    assertThat(stream.body())
        .contains("event: row\ndata: <p>one</p>\ndata: <p>two</p>\n\n")
        .contains("event: end");
  }

  @Test
  void it_starts_within_a_second_once_the_classes_are_loaded() throws Exception {
    long start = System.nanoTime();
    try (TestServer second = TestServer.start(folder)) {
      assertThat(second.get("/healthz").body()).isEqualTo("ok\n");
    }
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
  }

  @Test
  void a_taken_port_is_said_with_what_to_do() throws Exception {
    int taken = browser.server().port();
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1", taken, Set.of(), null, Secrets.of(folder), Clock.systemUTC());
    assertThatThrownBy(() -> ReviewServer.start(settings, () -> "", List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("port " + taken)
        .hasMessageContaining("--port");
  }

  @Test
  void another_address_is_refused_without_a_password() throws Exception {
    Secrets secrets = Secrets.of(folder);
    for (String address : List.of("0.0.0.0", "::", "192.0.2.1")) {
      ServerSettings settings =
          new ServerSettings(address, 0, Set.of(), null, secrets, Clock.systemUTC());
      assertThatThrownBy(() -> ReviewServer.start(settings, () -> "", List.of()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("--password-file");
    }
  }
}
