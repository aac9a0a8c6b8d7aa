// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.PageSnapshot;
import org.winnow.review.Visit;

/**
 * A stored page to point at, as a document for a frame without an origin. Nothing of the page's own
 * runs, also where somebody opens the address in a tab; only the script that says which block was
 * chosen does.
 */
final class FramedPage {
  private static final SecureRandom RANDOM = new SecureRandom();

  private FramedPage() {}

  static void show(Visit visit, FetchedPage page, Extractor extractor) {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    String nonce = HexFormat.of().formatHex(bytes);
    String html = PageSnapshot.of(page, extractor).html(Set.of());
    visit
        .context()
        .header(
            "Content-Security-Policy",
            "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                + " script-src 'nonce-"
                + nonce
                + "'; frame-ancestors 'self'");
    visit.context().header("Referrer-Policy", "no-referrer");
    String token = visit.query("token").filter(each -> each.matches("[0-9a-f]{1,64}")).orElse("");
    visit.show("rules/page", Map.of("html", html, "nonce", nonce, "token", token));
  }
}
