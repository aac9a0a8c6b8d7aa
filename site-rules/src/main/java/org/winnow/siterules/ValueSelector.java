// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** Where one value of an article comes from. Alternatives stand in a list; the first hit wins. */
public sealed interface ValueSelector {

  /** Where it stands in the rule. */
  Mark mark();

  /** What becomes of the text that was found. */
  ValueForm form();

  /**
   * The text of elements that a CSS selector finds, or an attribute of them.
   *
   * @param css the selector, known to compile
   * @param attribute the attribute to read, or null for the text
   * @param closest a selector whose nearest match around the element takes its place, or null
   * @param which which of the elements count
   */
  record Css(
      String css,
      @Nullable String attribute,
      @Nullable String closest,
      Which which,
      ValueForm form,
      Mark mark)
      implements ValueSelector {

    /** The first element with a text, as it is. */
    public Css(String css, @Nullable String attribute, Mark mark) {
      this(css, attribute, null, Which.FIRST, ValueForm.PLAIN, mark);
    }
  }

  /** The nodes that an XPath 1.0 expression selects, or the string or number that it gives. */
  record XPath(String xpath, Which which, ValueForm form, Mark mark) implements ValueSelector {}

  /** The content of the meta element whose name, property or itemprop is {@code name}. */
  record Meta(String name, ValueForm form, Mark mark) implements ValueSelector {
    public Meta(String name, Mark mark) {
      this(name, ValueForm.PLAIN, mark);
    }
  }

  /** A field of the page's JSON-LD article, by dotted path: {@code author.name}. */
  record JsonLd(String path, Which which, ValueForm form, Mark mark) implements ValueSelector {
    public JsonLd(String path, Mark mark) {
      this(path, Which.FIRST, ValueForm.PLAIN, mark);
    }
  }

  /** What a pattern finds in the page's address: its first group, or all of it without one. */
  record InUrl(Pattern regex, ValueForm form, Mark mark) implements ValueSelector {}

  /** What a pattern finds in a block of the page's text: its first group, or all of it. */
  record InText(Pattern regex, ValueForm form, Mark mark) implements ValueSelector {}

  /** The same text on every page. */
  record Const(String text, ValueForm form, Mark mark) implements ValueSelector {}
}
