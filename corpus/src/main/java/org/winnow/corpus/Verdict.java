// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer said about an article. Verdicts are never changed: what is taken back is followed
 * by a verdict that says so.
 *
 * @param id the catalog's number for it
 * @param action the number of the keystroke or click that it belongs to; others may share it
 * @param article the catalog's number for the article
 * @param canonical the article's address then
 * @param kind what was said
 * @param reason why it was rejected, in a stable word; otherwise empty
 * @param version the article's version then
 * @param sha256 of the text that was extracted then
 * @param edit the number of the edit that stood in the text's place, or null
 * @param who the reviewer
 * @param made when, to the millisecond
 * @param undoes the number of the action that this one takes back, or null
 */
public record Verdict(
    long id,
    long action,
    long article,
    Url canonical,
    Kind kind,
    String reason,
    int version,
    String sha256,
    @Nullable Long edit,
    String who,
    Instant made,
    @Nullable Long undoes) {

  /** What can be said about an article. */
  public enum Kind {
    /** Nothing, or nothing any more. */
    PENDING,
    APPROVED,
    REJECTED,
    /** Its text was edited, and is still to be approved. */
    EDITED;

    /** As the catalog and addresses have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
