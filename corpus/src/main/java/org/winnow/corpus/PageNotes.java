// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.List;

/**
 * What was learned from a page and is archived with it.
 *
 * @param links where it leads
 * @param published when its article was published, as {@link Published#toString} has it; or empty
 */
public record PageNotes(List<Url> links, String published) {

  /** Nothing. */
  public static final PageNotes NONE = new PageNotes(List.of(), "");

  public PageNotes {
    links = List.copyOf(links);
  }
}
