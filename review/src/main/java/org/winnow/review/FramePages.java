// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What belongs to no feature: the way in and out, the language, the sign of life. */
final class FramePages implements Pages {
  static final String LOGIN = "/login";
  static final String LANGUAGE_COOKIE = "winnow_language";

  private final Logins logins;

  FramePages(Logins logins) {
    this.logins = logins;
  }

  @Override
  public void addTo(Routes routes) {
    routes.open(
        "GET", "/healthz", visit -> visit.context().contentType("text/plain").result("ok\n"));
    routes.get(
        "/",
        visit -> {
          if (routes.navigation().isEmpty()) {
            visit.show("empty", Map.of());
          } else {
            visit.redirect(routes.navigation().get(0).path());
          }
        });
    routes.open("GET", LOGIN, this::showLogin);
    routes.open("POST", LOGIN, this::login);
    routes.open("POST", "/logout", this::logout);
    routes.open("POST", "/language", FramePages::chooseLanguage);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void showLogin(Visit visit) {
    if (logins.isIn(visit.session())) {
      visit.redirect("/");
    } else {
      visit.show("login", Map.of("to", visit.query("to").orElse("/"), "problem", ""));
    }
  }

  private void login(Visit visit) {
    Optional<String> session =
        logins.enter(visit.context().req().getRemoteAddr(), visit.form("password"));
    if (session.isEmpty()) {
      visit.context().status(403);
      String problem = visit.texts().text("frame.login.wrong");
      visit.show("login", Map.of("to", visit.form("to"), "problem", problem));
      return;
    }
    visit.server().keepSession(visit.context(), session.get());
    visit.redirect(local(visit.form("to")));
  }

  private void logout(Visit visit) {
    logins.leave(visit.session());
    visit.redirect(logins.isNeeded() ? LOGIN : "/");
  }

  private static void chooseLanguage(Visit visit) {
    Cookie cookie = new Cookie(LANGUAGE_COOKIE, Texts.of(visit.form("language")).language());
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    visit.context().cookie(cookie);
    visit.redirect(local(visit.form("to")));
  }

  /** The path, if it leads nowhere else than to us. */
  private static String local(String path) {
    return path.matches("/([^/\\\\\\p{Cntrl}][^\\p{Cntrl}]*)?") ? path : "/";
  }
}
