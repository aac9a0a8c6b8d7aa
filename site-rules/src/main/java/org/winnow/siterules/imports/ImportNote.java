// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

/**
 * What an import did not take over as it was.
 *
 * @param file the file that was imported
 * @param line from 1
 * @param kind what became of it
 * @param reason the kind of reason, to count
 * @param message what the line says and why it was not taken over
 */
public record ImportNote(String file, int line, Kind kind, String reason, String message) {

  public enum Kind {
    /** It stands in the rule as XPath, because CSS cannot say it. */
    XPATH,
    /** It is correct, and rules have nothing like it. */
    UNSUPPORTED,
    /** It was left out on purpose: logins, cookies, other programs' names. */
    LEFT_OUT,
    /** It is wrong in the file itself. */
    MALFORMED,
    /** The reader of rules does not take it; it stands in the rule as a comment. */
    REFUSED
  }

  /** {@code file:line: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
