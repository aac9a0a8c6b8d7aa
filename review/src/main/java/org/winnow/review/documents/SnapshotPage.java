// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.winnow.extractors.PageSnapshot;
import org.winnow.review.Visit;

/**
 * Answers with a stored page as a document of its own that can do nothing: it has an origin of its
 * own, loads nothing, and only our script runs in it. Opened in a tab it is the same.
 */
final class SnapshotPage {
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
  private static final int NONCE_BYTES = 16;

  private final String style = resource("page.css");
  private final String script = resource("page.js");
  private final SecureRandom random = new SecureRandom();

  /** What the script tells the page around it carries that token, if it is one. */
  void show(Visit visit, PageSnapshot page, Set<Integer> edited, String token) {
    String nonce = nonce();
    visit
        .context()
        .header(
            "Content-Security-Policy",
            "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                + " script-src 'nonce-"
                + nonce
                + "'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .contentType("text/html; charset=utf-8")
        .result(
            "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>·</title><style>"
                + style
                + "</style></head><body data-token=\""
                + (TOKEN.matcher(token).matches() ? token : "")
                + "\">"
                + page.html(edited)
                + "<script nonce=\""
                + nonce
                + "\">"
                + script
                + "</script></body></html>\n");
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String resource(String name) {
    try (InputStream in = SnapshotPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
