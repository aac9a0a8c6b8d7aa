// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What holds of an article after all that was said about it.
 *
 * @param status what holds
 * @param lastVerdict the number of its last verdict, or 0; another number later is another
 *     reviewer's doing
 * @param edit the number of the edit that stands in the text's place, or null
 * @param isConflict whether the text that was edited has changed since
 */
public record ReviewState(
    Status status, long lastVerdict, @Nullable Long edit, boolean isConflict) {

  /** What holds of an article. */
  public enum Status {
    PENDING,
    APPROVED,
    REJECTED,
    /** Its text was edited, and is still to be approved. */
    EDITED,
    /** It was approved or rejected, and its text is another one since. */
    CHANGED;

    /** As the catalog and addresses have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Status of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
