// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts of an address that say who follows a link, and never which page it leads to. A
 * parameter that might choose the page stays.
 */
final class UrlNoise {
  private static final String UTM = "utm_";

  /** As the advertisers, mailers and statistics that append them document them. */
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "gbraid",
          "wbraid",
          "dclid",
          "srsltid",
          "msclkid",
          "yclid",
          "ysclid",
          "_openstat",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "li_fat_id",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "vero_id",
          "oly_anon_id",
          "oly_enc_id",
          "_hsenc",
          "_hsmi",
          "__hstc",
          "__hssc",
          "__hsfp",
          "hsctatracking",
          "_ga",
          "_gl");

  private static final Set<String> SESSIONS = Set.of("phpsessid", "jsessionid");
  private static final String ASP_SESSION = "aspsessionid";

  /** Names that also mean other things: a session only where the value looks like one. */
  private static final Set<String> MAYBE_SESSIONS =
      Set.of("sid", "sessid", "sessionid", "session_id", "oscsid", "zenid");

  /** At least 24 letters and digits, both among them: no word, no number, no date. */
  private static final Pattern SESSION_VALUE =
      Pattern.compile("(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[0-9A-Za-z]{24,}");

  private static final Pattern AMPERSANDS = Pattern.compile("^(amp;)+");

  private static final Pattern SESSION_SUFFIX =
      Pattern.compile("(?:;|%3B)jsessionid=[^/;]*", Pattern.CASE_INSENSITIVE);

  private UrlNoise() {}

  /** A path without Java's session suffixes. */
  static String withoutSessions(String path) {
    boolean mayHaveOne = path.indexOf(';') >= 0 || path.indexOf('%') >= 0;
    return mayHaveOne ? SESSION_SUFFIX.matcher(path).replaceAll("") : path;
  }

  /** A query without tracking and session parameters, and without empty ones. */
  static String withoutNoise(String query) {
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      if (!parameter.isEmpty() && !isNoise(parameter)) {
        kept.add(parameter);
      }
    }
    return String.join("&", kept);
  }

  private static boolean isNoise(String parameter) {
    int equals = parameter.indexOf('=');
    String value = equals < 0 ? "" : parameter.substring(equals + 1);
    String name = equals < 0 ? parameter : parameter.substring(0, equals);
    // Quirk: ampersands that were escaped once too often leave "amp;" before the name.
    name = AMPERSANDS.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
    return name.startsWith(UTM)
        || TRACKING.contains(name)
        || SESSIONS.contains(name)
        || name.startsWith(ASP_SESSION)
        || (MAYBE_SESSIONS.contains(name) && SESSION_VALUE.matcher(value).matches());
  }
}
