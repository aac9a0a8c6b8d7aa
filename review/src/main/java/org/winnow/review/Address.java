// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of addresses of our own pages. */
public final class Address {
  private Address() {}

  /** The text as it stands in a path or in a query. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
