// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.winnow.review.Visit;

/**
 * Who reviews: the name that a browser gives. It tells reviewers who trust each other apart; it is
 * no proof of anything.
 */
public final class Reviewer {
  private static final String COOKIE = "winnow_reviewer";
  private static final String NOBODY = "reviewer";
  private static final int LONGEST = 40;
  private static final int YEAR = 365 * 24 * 3600;

  private Reviewer() {}

  /** The name that this visit's browser gave, or one for all who gave none. */
  public static String of(Visit visit) {
    String cookie = visit.context().cookie(COOKIE);
    if (cookie == null || cookie.length() > LONGEST * 20) {
      return NOBODY;
    }
    try {
      return name(URLDecoder.decode(cookie, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return NOBODY;
    }
  }

  /** Keeps a name in the browser. */
  static void keep(Visit visit, String name) {
    Cookie cookie =
        new Cookie(COOKIE, URLEncoder.encode(name(name), StandardCharsets.UTF_8), "/", YEAR);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    visit.context().cookie(cookie);
  }

  private static String name(String typed) {
    String clean = typed.replaceAll("[\\p{C}\\s]+", " ").strip();
    int end =
        clean.offsetByCodePoints(0, Math.min(LONGEST, clean.codePointCount(0, clean.length())));
    return clean.isEmpty() ? NOBODY : clean.substring(0, end);
  }
}
