// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

/**
 * One address that the server answers.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path as {@code /documents/{id}}
 * @param access who may ask
 */
public record Route(String method, String path, Access access) {

  /** Who may ask for a route. */
  public enum Access {
    /** Anybody who reaches the server: the login page, style sheets, the sign of life. */
    OPEN,
    /** A browser that is logged in, where a password is set. */
    PAGE,
    /** A program with the token, or a page of ours. */
    API
  }

  /** Whether it may change something, and so must prove where it was sent from. */
  public boolean changes() {
    return !method.equals("GET");
  }
}
