// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/**
 * What saving an article did.
 *
 * @param id the catalog's number for the article
 * @param change whether it was known, and the same
 * @param version 1, and one more for each change of its text
 */
public record SavedArticle(long id, Change change, int version) {

  /** How an article's text compares with the one that the catalog had. */
  public enum Change {
    NEW,
    CHANGED,
    UNCHANGED
  }
}
