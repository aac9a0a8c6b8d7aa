// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.Instant;

/**
 * A version of a rule's file.
 *
 * @param file below the folder of rules, with {@code /}
 * @param number 1 for the file's first, and so on
 * @param sha256 of its text, in hexadecimal
 * @param text the file
 * @param message what was changed, in the words of whoever did
 * @param author who saved it; empty for one that was found on disk
 * @param reason why it was saved although approved texts or samples suffer; empty if none do
 * @param saved when, to the millisecond
 */
public record StoredRule(
    String file,
    int number,
    String sha256,
    String text,
    String message,
    String author,
    String reason,
    Instant saved) {}
