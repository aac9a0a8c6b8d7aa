// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.review.Route.Access;

/** Decides which requests are answered at all. */
final class Guard {
  static final String FORM_TOKEN_HEADER = "X-Csrf-Token";
  static final String FORM_TOKEN_FIELD = "csrf";

  private static final String BEARER = "Bearer ";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final Set<String> hosts;
  private final Secrets secrets;
  private final Logins logins;

  /**
   * @param hosts the names, in lower case, under which this server may be asked for
   */
  Guard(Set<String> hosts, Secrets secrets, Logins logins) {
    this.hosts = hosts;
    this.secrets = secrets;
    this.logins = logins;
  }

  /** Sets what every answer has. A feature may replace the policy of a page that is framed. */
  static void headers(Context context) {
    context
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        // Not no-referrer: with that Chromium sends the forms of our own pages with "Origin: null".
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("X-Frame-Options", "SAMEORIGIN")
        .header("Cache-Control", "no-store");
  }

  /**
   * Refuses names that are not ours: another site's name may be made to point to this machine.
   *
   * @throws Refusal with 421
   */
  void checkHost(Context context) {
    String host = name(context.header("Host"));
    if (host == null || !hosts.contains(host)) {
      throw new Refusal(421, "frame.error.host");
    }
  }

  /**
   * Refuses who may not ask for that route.
   *
   * @throws Refusal with 401 if a login or the token would help, otherwise 403
   */
  void check(Route route, Context context, String session) {
    boolean isProgram = isProgram(context);
    if (route.changes()) {
      checkOrigin(context);
      if (!(isProgram && route.access() == Access.API)) {
        checkFormToken(context, session);
      }
    }
    boolean isAllowed =
        switch (route.access()) {
          case OPEN -> true;
          case PAGE -> logins.isIn(session);
          case API -> isProgram || isOurPage(route, context, session);
        };
    if (!isAllowed) {
      throw new Refusal(401, "frame.error.login");
    }
  }

  /** Whether it has the token; a wrong one never falls back to the session. */
  private boolean isProgram(Context context) {
    String authorization = context.header("Authorization");
    if (authorization == null) {
      return false;
    }
    boolean isRight =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            && Secrets.isSame(authorization.substring(BEARER.length()).strip(), secrets.apiToken());
    if (!isRight) {
      throw new Refusal(401, "frame.error.token");
    }
    return true;
  }

  /** Whether one of our pages asks: only those know the form token. */
  private boolean isOurPage(Route route, Context context, String session) {
    return logins.isIn(session) && (route.changes() || hasFormToken(context, session));
  }

  private static void checkOrigin(Context context) {
    String origin = context.header("Origin");
    String site = context.header("Sec-Fetch-Site");
    boolean isForeign =
        origin != null
            ? !isOwn(origin, context.header("Host"))
            : site != null && !site.equals("same-origin") && !site.equals("none");
    if (isForeign) {
      throw new Refusal(403, "frame.error.origin");
    }
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    try {
      String authority = new URI(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private void checkFormToken(Context context, String session) {
    if (!hasFormToken(context, session)) {
      throw new Refusal(403, "frame.error.form");
    }
  }

  private boolean hasFormToken(Context context, String session) {
    String token = context.header(FORM_TOKEN_HEADER);
    if (token == null && context.isFormUrlencoded()) {
      token = context.formParam(FORM_TOKEN_FIELD);
    }
    return token != null && !session.isEmpty() && Secrets.isSame(token, secrets.formToken(session));
  }

  /** The name in a Host header, without the port. */
  private static @Nullable String name(@Nullable String host) {
    if (host == null) {
      return null;
    }
    String lower = host.toLowerCase(Locale.ROOT);
    int end = lower.startsWith("[") ? lower.indexOf(']') + 1 : lower.indexOf(':');
    return end <= 0 ? lower : lower.substring(0, end);
  }
}
