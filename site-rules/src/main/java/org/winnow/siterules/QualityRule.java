// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import org.winnow.corpus.PageKind;

/**
 * What an article must be like. One that is not is kept apart, with the reasons.
 *
 * @param minWords how many words its body must have
 * @param require what it must have
 * @param forbid what no line of its text may contain
 * @param kinds of which kind its page may be; any if it is empty
 * @param isArticlePage whether its page must say of itself that it is an article
 */
public record QualityRule(
    int minWords,
    Set<Part> require,
    List<Pattern> forbid,
    Set<PageKind> kinds,
    boolean isArticlePage) {

  public QualityRule {
    require = Set.copyOf(require);
    kinds = Set.copyOf(kinds);
  }

  /** Nothing is asked. */
  public static final QualityRule NONE = new QualityRule(0, Set.of(), List.of(), Set.of(), false);

  /** A part of an article. */
  public enum Part {
    TITLE,
    SUBTITLE,
    AUTHOR,
    DATE,
    BODY
  }
}
