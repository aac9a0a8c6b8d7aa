// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * An HTTP proxy that requests go through. The proxy connects to the servers, so it is the one that
 * must keep names from leading to private addresses; what leads there from here is refused.
 *
 * @param host its host
 * @param port its port
 * @param user the name to log in with, or empty
 * @param password the password that goes with it, or empty
 */
public record HttpProxy(String host, int port, String user, String password) {

  /**
   * The proxy written as {@code http://host:port} or {@code http://user:password@host:port}.
   *
   * @throws IllegalArgumentException if it is not written like that, with a message for the user
   */
  public static HttpProxy of(String text) {
    try {
      URI uri = new URI(text);
      if (!"http".equalsIgnoreCase(uri.getScheme())
          || uri.getHost() == null
          || uri.getPort() < 1
          || !(uri.getPath().isEmpty() || uri.getPath().equals("/"))) {
        throw wrong(text);
      }
      String login = uri.getUserInfo() == null ? "" : uri.getUserInfo();
      int colon = login.indexOf(':');
      return new HttpProxy(
          uri.getHost(),
          uri.getPort(),
          colon < 0 ? login : login.substring(0, colon),
          colon < 0 ? "" : login.substring(colon + 1));
    } catch (URISyntaxException e) {
      throw wrong(text);
    }
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "not an HTTP proxy: "
            + text.replaceFirst("//[^@/]*@", "//…@")
            + " (write it like http://proxy.example.org:3128)");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "http://" + host + ":" + port;
  }
}
