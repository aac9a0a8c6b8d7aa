// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.extractors.LanguageParts;
import org.winnow.extractors.LanguageParts.Part;
import org.winnow.siterules.LanguageRule;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * Parts bilingual articles as their rules say under {@code languages}.
 *
 * @param rules the rules in force
 */
public record LanguageTexts(RuleSet rules) {

  /**
   * An article, or the part of one that is in one language.
   *
   * @param suffix what its name has behind the article's: {@code .ar}; empty for a whole article
   */
  public record Named(Article article, String suffix) {}

  /** The articles to hand out for that one: itself, or one for each of its languages. */
  public List<Named> of(Article article) {
    List<Part> parts = parts(article.rule(), article.text(), article.language());
    if (parts.size() == 1) {
      return List.of(new Named(article, ""));
    }
    return parts.stream().map(part -> new Named(part(article, part), "." + part.name())).toList();
  }

  /** The parts of a text that was made with that rule; one if it is not to be parted. */
  public List<Part> parts(String rule, String text, @Nullable String language) {
    LanguageRule languages = rules.named(rule).map(SiteRule::languages).orElse(LanguageRule.ANY);
    return LanguageParts.of(List.of(text.strip().split("\n\n", -1)), language, languages);
  }

  /** Headline and kicker stay with the part that begins with them. */
  private static Article part(Article whole, Part part) {
    List<String> body = new ArrayList<>(part.blocks());
    String headline = null;
    String kicker = null;
    if (body.size() > 1 && Objects.equals(body.get(0), whole.headline())) {
      headline = body.remove(0);
    }
    if (headline != null && body.size() > 1 && Objects.equals(body.get(0), whole.kicker())) {
      kicker = body.remove(0);
    }
    return new Article(
        whole.url(),
        whole.canonical(),
        headline,
        kicker,
        body,
        whole.byline(),
        whole.published(),
        part.language(),
        whole.rule(),
        whole.confidence(),
        whole.kind(),
        whole.metadata());
  }
}
