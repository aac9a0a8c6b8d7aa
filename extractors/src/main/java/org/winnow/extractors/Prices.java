// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;

/** Counts prices: a sign of a currency beside a digit. */
final class Prices {
  /** Signs that Unicode does not have among the currencies, and that stand beside a number. */
  private static final List<String> CODES =
      List.of(
          "USD", "EUR", "GBP", "CHF", "AED", "SAR", "TRY", "PLN", "SEK", "NOK", "DKK", "CZK", "kr",
          "zł", "TL", "Kč", "Ft", "lei");

  private Prices() {}

  /**
   * How many prices are in that text.
   *
   * @param hasSigns whether there may be signs of currencies in it
   */
  static int in(String text, boolean hasSigns) {
    int prices = 0;
    for (int i = 0; hasSigns && i < text.length(); i++) {
      if (Character.getType(text.charAt(i)) == Character.CURRENCY_SYMBOL) {
        prices += isBesideDigit(text, i, i + 1) ? 1 : 0;
      }
    }
    return prices > 0 ? prices : coded(text);
  }

  private static int coded(String text) {
    if (text.length() > 40) {
      return 0; // in prose the codes are words
    }
    for (String code : CODES) {
      int at = text.indexOf(code);
      if (at >= 0 && isBesideDigit(text, at, at + code.length())) {
        return 1;
      }
    }
    return 0;
  }

  private static boolean isBesideDigit(String text, int from, int to) {
    return isDigit(text, to)
        || (isSpace(text, to) && isDigit(text, to + 1))
        || isDigit(text, from - 1)
        || (isSpace(text, from - 1) && isDigit(text, from - 2));
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static boolean isSpace(String text, int at) {
    return at >= 0 && at < text.length() && Character.isSpaceChar(text.charAt(at));
  }
}
