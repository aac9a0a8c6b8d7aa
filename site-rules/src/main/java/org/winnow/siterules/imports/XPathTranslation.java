// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an XPath expression. */
public sealed interface XPathTranslation {

  /**
   * Elements, attributes of elements, or a part of their text.
   *
   * @param branches what the expression's union is made of, never empty
   * @param after only the text after the first of these words, or null
   * @param before only the text before the first of these words, behind {@code after}, or null
   */
  record Selected(List<Branch> branches, @Nullable String after, @Nullable String before)
      implements XPathTranslation {

    public Selected {
      branches = List.copyOf(branches);
    }

    /** Whether it is elements, and the whole of them. */
    public boolean isElements() {
      return after == null
          && before == null
          && branches.stream().allMatch(branch -> branch.attribute() == null);
    }
  }

  /**
   * A selector of jsoup's CSS.
   *
   * @param css the selector
   * @param attribute the attribute to read of what it selects, or null
   */
  record Branch(String css, @Nullable String attribute) {}

  /** The same text on every page. */
  record Constant(String text) implements XPathTranslation {}

  /**
   * There is no CSS for it.
   *
   * @param reason the kind of thing that CSS cannot say
   * @param detail what in the expression that is
   */
  record Refused(Reason reason, String detail) implements XPathTranslation {}

  /** The kinds of things that stay XPath. */
  enum Reason {
    SYNTAX("is not XPath"),
    TEXT_NODES("selects text, not elements"),
    TEXT_COMPARED("compares the whole text of an element"),
    POSITION("counts in a way that CSS does not"),
    AXIS("walks in a way that CSS does not"),
    FUNCTION("uses a function that CSS does not have"),
    COMPARISON("compares what CSS does not"),
    NEVER("never selects anything"),
    SIZE("is too long as CSS");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** The reason as the end of a sentence that begins with the expression. */
    public String words() {
      return words;
    }
  }
}
