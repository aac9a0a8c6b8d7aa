// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clean text of one page, or of several that make one article, and what is known about it.
 *
 * @param url the page's address
 * @param canonical the address that names the article; the page's own where it names none
 * @param headline the headline, or null where the page has none
 * @param kicker the line that stands with the headline and is not part of it, or null
 * @param body the text's blocks in page order, without headline and kicker; never empty
 * @param byline who wrote it, or null
 * @param published when it was published, or null
 * @param language BCP 47 code, or null
 * @param rule the name of the rule that was used, or {@code auto}
 * @param confidence from 0 to 1: how sure the extraction is of the text
 * @param kind what its page is
 * @param metadata what else its page says about it
 */
public record Article(
    Url url,
    Url canonical,
    @Nullable String headline,
    @Nullable String kicker,
    List<String> body,
    @Nullable String byline,
    @Nullable Published published,
    @Nullable String language,
    String rule,
    double confidence,
    PageKind kind,
    Metadata metadata) {

  /** An article of which nothing else is known. */
  public Article(
      Url url,
      Url canonical,
      @Nullable String headline,
      @Nullable String kicker,
      List<String> body,
      @Nullable String byline,
      @Nullable Published published,
      @Nullable String language,
      String rule,
      double confidence) {
    this(
        url,
        canonical,
        headline,
        kicker,
        body,
        byline,
        published,
        language,
        rule,
        confidence,
        PageKind.ARTICLE,
        Metadata.NONE);
  }

  public Article {
    body = List.copyOf(body);
    if (body.isEmpty()) {
      throw new IllegalArgumentException("article without a body: " + url);
    }
  }

  /**
   * The article as its text file has it: headline, kicker, body; one blank line between blocks, one
   * line feed at the end.
   */
  public String text() {
    List<String> blocks = new ArrayList<>(body.size() + 2);
    if (headline != null) {
      blocks.add(headline);
    }
    if (kicker != null) {
      blocks.add(kicker);
    }
    blocks.addAll(body);
    return String.join("\n\n", blocks) + "\n";
  }

  /** The body alone, in the form of {@link #text}. */
  public String bodyText() {
    return String.join("\n\n", body) + "\n";
  }

  /** This article with another body. */
  public Article withBody(List<String> blocks) {
    return with(canonical, blocks);
  }

  /** This article under another name. */
  public Article withCanonical(Url name) {
    return with(name, body);
  }

  private Article with(Url name, List<String> blocks) {
    return new Article(
        url,
        name,
        headline,
        kicker,
        blocks,
        byline,
        published,
        language,
        rule,
        confidence,
        kind,
        metadata);
  }

  /** This article continued by its next page, whose headline and kicker are left out. */
  public Article continuedBy(Article next) {
    List<String> joined = new ArrayList<>(body);
    joined.addAll(next.body);
    return withBody(joined);
  }
}
