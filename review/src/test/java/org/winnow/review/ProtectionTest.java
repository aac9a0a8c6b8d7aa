// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.FormBody;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.review.TestServer.Answer;

class ProtectionTest {
  private static final FormBody NOTHING = new FormBody.Builder().build();

  @TempDir Path folder;
  private final AtomicInteger calls = new AtomicInteger();
  private TestServer browser;

  private static final class SettableClock extends Clock {
    Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @AfterEach
  void stop() {
    browser.close();
  }

  private void open() throws Exception {
    browser = TestServer.start(folder, this::addTo);
  }

  private void openWithPassword(Clock clock) throws Exception {
    browser = TestServer.start(folder, new Password("correct horse"), clock, this::addTo);
  }

  private void addTo(Routes routes) {
    routes.get("/page", this::answer);
    routes.post("/change/{id}", this::answer);
    routes.api("GET", "/api/things", this::answer);
    routes.api("POST", "/api/things", this::answer);
    routes.api("DELETE", "/api/things/{id}", this::answer);
  }

  private void answer(Visit visit) {
    calls.incrementAndGet();
    visit.context().result("reached");
  }

  private Request.Builder changing(Route route) {
    return browser
        .request(route.path().replaceAll("[{<]\\w+[}>]", "1"))
        .method(route.method(), NOTHING);
  }

  @Test
  void nothing_changes_without_the_form_token() throws Exception {
    open();
    browser.csrf();
    for (Route route : browser.server().routes().stream().filter(Route::changes).toList()) {
      Request request = changing(route).header("Origin", browser.url("")).build();
      assertThat(browser.send(request).status()).as(route.toString()).isEqualTo(403);
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void nothing_changes_when_another_site_sends_it() throws Exception {
    open();
    String token = browser.csrf();
    List<String> foreign =
        List.of("http://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1", "x y");
    for (Route route : browser.server().routes().stream().filter(Route::changes).toList()) {
      for (String origin : foreign) {
        Request request =
            changing(route).header("Origin", origin).header("X-Csrf-Token", token).build();
        assertThat(browser.send(request).status()).as(route + origin).isEqualTo(403);
      }
      Request cross =
          changing(route)
              .header("Sec-Fetch-Site", "cross-site")
              .header("X-Csrf-Token", token)
              .build();
      assertThat(browser.send(cross).status()).as(route.toString()).isEqualTo(403);
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void no_route_answers_under_another_name() throws Exception {
    open();
    String token = browser.csrf();
    for (Route route : browser.server().routes()) {
      for (String host : List.of("evil.example", "127.0.0.1.evil.example", "", "localhost.")) {
        Request request =
            browser
                .request(route.path().replaceAll("[{<]\\w+[}>]", "1"))
                .method(route.method(), route.changes() ? NOTHING : null)
                .header("Host", host)
                .header("X-Csrf-Token", token)
                .build();
        assertThat(browser.send(request).status()).as(route + host).isIn(400, 421);
      }
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void it_answers_under_its_own_names() throws Exception {
    open();
    for (String host : List.of("localhost:8080", "LOCALHOST", "[::1]:80", "winnow.example")) {
      Request request = browser.request("/page").header("Host", host).build();
      assertThat(browser.send(request).status()).as(host).isEqualTo(200);
    }
  }

  @Test
  void a_form_with_its_token_is_taken() throws Exception {
    open();
    assertThat(browser.post("/change/1").body()).isEqualTo("reached");
    Request byScript =
        browser
            .request("/api/things")
            .post(NOTHING)
            .header("X-Csrf-Token", browser.csrf())
            .header("Origin", browser.url(""))
            .build();
    assertThat(browser.send(byScript).body()).isEqualTo("reached");
  }

  @Test
  void a_token_of_another_session_is_no_token() throws Exception {
    open();
    String token = browser.csrf();
    browser.cookies().clear();
    browser.get("/page");
    Request request =
        browser.request("/change/1").post(NOTHING).header("X-Csrf-Token", token).build();
    assertThat(browser.send(request).status()).isEqualTo(403);
  }

  @Test
  void programs_need_their_token() throws Exception {
    open();
    for (Route route : browser.server().routes()) {
      if (route.access() == Route.Access.API) {
        Request.Builder request =
            browser
                .request(route.path().replaceAll("[{<]\\w+[}>]", "1"))
                .method(route.method(), route.changes() ? NOTHING : null);
        assertThat(browser.send(request.build()).status()).as(route.toString()).isIn(401, 403);
        Request wrong = request.header("Authorization", "Bearer wrong").build();
        assertThat(browser.send(wrong).status()).as(route.toString()).isEqualTo(401);
        Request right = request.header("Authorization", "Bearer " + browser.apiToken()).build();
        assertThat(browser.send(right).status()).as(route.toString()).isEqualTo(200);
      }
    }
  }

  @Test
  void the_secret_is_only_for_its_owner_and_outlives_a_restart() throws Exception {
    open();
    String token = browser.apiToken();
    Path secret = folder.resolve("serve.secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThat(Secrets.of(folder).apiToken()).isEqualTo(token);
  }

  @Test
  void with_a_password_nothing_is_shown_before_the_login() throws Exception {
    openWithPassword(Clock.systemUTC());
    for (Route route : browser.server().routes()) {
      if (route.access() != Route.Access.OPEN && !route.changes()) {
        assertThat(browser.get(route.path()).status()).as(route.toString()).isIn(303, 401);
      }
    }
    assertThat(browser.get("/page").header("Location")).endsWith("/login?to=%2Fpage");
    assertThat(browser.post("/change/1").status()).isEqualTo(401);
    assertThat(calls).hasValue(0);
  }

  @Test
  void the_password_opens_a_new_session() throws Exception {
    openWithPassword(Clock.systemUTC());
    browser.csrf();
    String before = session();
    Answer entered = browser.post("/login", "password", "correct horse", "to", "/page");
    assertThat(entered.header("Location")).endsWith("/page");
    assertThat(session()).isNotEqualTo(before);
    assertThat(entered.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(browser.get("/page").body()).isEqualTo("reached");
    browser.post("/logout");
    assertThat(browser.get("/page").status()).isEqualTo(303);
  }

  @Test
  void a_session_made_up_by_a_stranger_is_not_taken() throws Exception {
    openWithPassword(Clock.systemUTC());
    browser.csrf();
    String fixed = session();
    browser.post("/login", "password", "correct horse", "to", "/");
    Request stranger =
        browser
            .request("/page")
            .header("Cookie", "winnow_" + browser.server().port() + "=" + fixed)
            .build();
    browser.cookies().clear();
    assertThat(browser.send(stranger).status()).isEqualTo(303);
  }

  @Test
  void too_many_attempts_are_not_even_looked_at() throws Exception {
    SettableClock clock = new SettableClock();
    openWithPassword(clock);
    for (int i = 0; i < 5; i++) {
      assertThat(browser.post("/login", "password", "guess " + i).status()).isEqualTo(403);
    }
    assertThat(browser.post("/login", "password", "correct horse").status()).isEqualTo(429);
    clock.now = clock.now.plusSeconds(301);
    assertThat(browser.post("/login", "password", "correct horse").status()).isEqualTo(303);
  }

  @Test
  void a_login_ends_after_half_a_day() throws Exception {
    SettableClock clock = new SettableClock();
    openWithPassword(clock);
    browser.post("/login", "password", "correct horse", "to", "/");
    assertThat(browser.get("/page").status()).isEqualTo(200);
    clock.now = clock.now.plusSeconds(12 * 3600);
    assertThat(browser.get("/page").status()).isEqualTo(303);
  }

  private String session() {
    return browser.cookies().stream()
        .filter(cookie -> cookie.name().startsWith("winnow_") && !cookie.name().contains("lang"))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
