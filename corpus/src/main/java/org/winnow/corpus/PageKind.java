// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.Locale;

/** What a page is. */
public enum PageKind {
  /** One text: news, a post, an essay, a report. */
  ARTICLE,
  /** A story in dated entries that grows while it happens. */
  LIVEBLOG,
  /** Entries that lead elsewhere: a front page, a section, a search, a shop's category. */
  LISTING,
  /** Posts of several people under one question or topic. */
  FORUM,
  /** One thing for sale. */
  PRODUCT,
  /** A manual, a reference, a page of terms. */
  DOCUMENTATION,
  /** What somebody offers, or is. */
  SERVICE,
  /** Nothing is here: not found, gone, broken. */
  ERROR,
  /** Asks for consent, or whether somebody is human, before it shows anything. */
  CONSENT,
  /** The beginning of a text that has to be paid for. */
  PAYWALL;

  /** As rules and exports write it: {@code liveblog}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
