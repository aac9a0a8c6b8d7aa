// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

/**
 * What was asked cannot be done; ends the answer with a page that says why, or JSON for a program.
 * A {@link org.winnow.pipeline.UserError} does the same with status 400.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String key;

  /**
   * @param status of HTTP
   * @param key of the text that says why and what to do
   */
  public Refusal(int status, String key) {
    super(status + " " + key);
    this.status = status;
    this.key = key;
  }

  /** There is no such thing, or no longer. */
  public static Refusal notFound() {
    return new Refusal(404, "frame.error.notfound");
  }

  public int status() {
    return status;
  }

  public String key() {
    return key;
  }
}
