// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.io.IOException;

/**
 * A file of rules, not yet read.
 *
 * @param name the name of the rule in it, by which others extend it: {@code www.example.org},
 *     {@code families/example}
 * @param file the file as the user knows it, for messages
 * @param content reads the file
 */
public record RuleSource(String name, String file, Content content) {

  /** Gives the bytes of a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * The whole file.
     *
     * @throws IOException if it cannot be read
     */
    byte[] read() throws IOException;
  }
}
