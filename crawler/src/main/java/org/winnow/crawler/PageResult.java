// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.Url;

/**
 * What a handler made of a page.
 *
 * @param rows writes the handler's rows, in the very transaction that marks the page done and adds
 *     its links; called at most once, on the thread that called the handler
 * @param continued further pages that the article on this page continues on; fetched before
 *     everything else, in this order unless another page had led to them before; not fetched again
 *     if they were already
 */
public record PageResult(Consumer<Handle> rows, List<Url> continued) {

  /** Nothing to write, nowhere to go on. */
  public static final PageResult NOTHING = new PageResult(handle -> {}, List.of());

  public PageResult {
    continued = List.copyOf(continued);
  }
}
