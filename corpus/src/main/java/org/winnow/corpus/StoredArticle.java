// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as the catalog knows it. Its text stands in its file.
 *
 * @param id the catalog's number for it
 * @param canonical the address that names it; no two articles share one
 * @param url the address of the page that it was made of
 * @param headline the headline, or null
 * @param kicker the kicker, or null
 * @param byline who wrote it, or null
 * @param published when it was published, or null
 * @param language BCP 47 code, or null
 * @param file its text file, relative to the text corpus's folder, with {@code /}
 * @param sha256 of that file, in hexadecimal
 * @param rule the name of the rule that was used, or {@code auto}
 * @param confidence from 0 to 1
 * @param counts how much of its pages was kept
 * @param complete whether all of its pages were found
 * @param fetched when its page was last fetched, to the millisecond
 * @param version 1, and one more for each change of its text
 * @param quarantine why it is not as its rule asks, in words for the user; empty if it is
 * @param kind what its page is
 * @param metadata what else its page says about it
 * @param run the number of the run that saved it last, or null
 * @param duplicateOf the number of an older article with nearly the same text, or null
 * @param gone when its page was first seen to be gone, or null
 */
public record StoredArticle(
    long id,
    Url canonical,
    Url url,
    @Nullable String headline,
    @Nullable String kicker,
    @Nullable String byline,
    @Nullable Published published,
    @Nullable String language,
    String file,
    String sha256,
    String rule,
    double confidence,
    TextCounts counts,
    boolean complete,
    Instant fetched,
    int version,
    String quarantine,
    PageKind kind,
    Metadata metadata,
    @Nullable Long run,
    @Nullable Long duplicateOf,
    @Nullable Instant gone) {

  /** Whether it is as its rule asks, the first of its kind, and may be exported. */
  public boolean isAccepted() {
    return quarantine.isEmpty() && duplicateOf == null;
  }

  /** The host that it was published on. */
  public String site() {
    return canonical.host();
  }

  /** Whether its text file holds that text. */
  public boolean hasText(String text) {
    return Sha256.hex(text).equals(sha256);
  }
}
