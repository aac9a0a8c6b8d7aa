// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import java.util.List;
import org.winnow.corpus.Commit;
import org.winnow.corpus.Url;

/**
 * What a handler made of a page.
 *
 * @param rows writes what belongs to the page
 * @param continued further pages that the article on this page continues on; fetched before
 *     everything else, in this order unless another page had led to them before; not fetched again
 *     if they were already
 */
public record PageResult(Rows rows, List<Url> continued) {
  /** Nothing to write, nowhere to go on. */
  public static final PageResult NOTHING = new PageResult(commit -> Worth.NONE, List.of());

  public PageResult {
    continued = List.copyOf(continued);
  }

  /**
   * Writes what belongs to a page in the very transaction that marks the page done and adds its
   * links. Called on another thread than the handler's, one page at a time; again if the
   * transaction could not be committed because the disk was full.
   */
  @FunctionalInterface
  public interface Rows {
    Worth write(Commit commit) throws IOException;
  }

  /** What a page was good for. */
  public enum Worth {
    /** An article that was not known, or has changed. */
    NEW,
    /** An article that is known. */
    KNOWN,
    /** No article, or a copy of another one. */
    NONE
  }
}
