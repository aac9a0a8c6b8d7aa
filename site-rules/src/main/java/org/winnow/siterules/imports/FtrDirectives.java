// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.siterules.Suggestion;

/** What the directives of site configs are to a rule. */
final class FtrDirectives {
  /** One value, of several the first that is not empty; and the key in {@code extract}. */
  static final Map<String, String> VALUES =
      Map.of("title", "title", "author", "author", "date", "date");

  /** Addresses. */
  static final Map<String, String> LINKS =
      Map.of("next_page_link", "nextPage", "single_page_link", "fullPage");

  /** They change the markup, or what another program does, and nothing in a plain text. */
  static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "autodetect_next_page",
          "convert_double_br_tags",
          "dissolve",
          "footnotes",
          "insert_detected_image",
          "parser",
          "post_strip_attr",
          "prune",
          "src_lazy_load_attr",
          "strip_attr",
          "strip_comments",
          "tidy",
          "wrap_in");

  static final Set<String> LOGINS =
      Set.of(
          "login_extra_fields",
          "login_password_field",
          "login_uri",
          "login_username_field",
          "not_logged_in_xpath",
          "requires_login");

  /** They would move text, or say of a page that it is an advertisement. */
  static final Set<String> WITHOUT_COUNTERPART =
      Set.of("move_into", "native_ad_clue", "single_page_link_in_feed");

  private static final Set<String> OTHERS =
      Set.of(
          "autodetect_on_failure",
          "body",
          "find_string",
          "http_header",
          "if_page_contains",
          "replace_string",
          "skip_json_ld",
          "strip",
          "strip_id_or_class",
          "strip_image_src",
          "test_contains",
          "test_url");

  /** Programs whose name opens doors that are closed to others. */
  private static final Set<String> BORROWED_NAMES =
      Set.of("googlebot", "bingbot", "slurp", "facebookexternalhit", "twitterbot", "mastodon");

  private FtrDirectives() {}

  /** What to say about a directive that there is not. */
  static String unknown(String directive) {
    List<String> known = new ArrayList<>(OTHERS);
    known.addAll(VALUES.keySet());
    known.addAll(LINKS.keySet());
    known.addAll(WITHOUT_EFFECT);
    return "unknown directive '" + directive + "'" + Suggestion.of(directive, known);
  }

  /** Whether it says that the visitor is a search engine or a social network. */
  static boolean isBorrowedName(String userAgent) {
    String lower = userAgent.toLowerCase(Locale.ROOT);
    return BORROWED_NAMES.stream().anyMatch(lower::contains);
  }
}
