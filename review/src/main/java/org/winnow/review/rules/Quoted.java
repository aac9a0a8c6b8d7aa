// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts as parts of something else. */
final class Quoted {
  private Quoted() {}

  /** As a JSON string, quotes included. */
  static String json(String text) {
    return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  /** As a value in an address. */
  static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
