// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** JSON by hand, where it is one line. */
final class Json {
  private Json() {}

  /** The text as a JSON string, quotes included. */
  static String string(String text) {
    return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
