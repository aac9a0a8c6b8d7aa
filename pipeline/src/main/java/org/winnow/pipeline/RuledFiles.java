// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.winnow.corpus.Article;
import org.winnow.corpus.TextNames;
import org.winnow.siterules.FilePattern;
import org.winnow.siterules.RuleSet;

/**
 * Names text files as rules say under {@code output}.
 *
 * @param rules the rules in force
 */
public record RuledFiles(RuleSet rules) {

  /** The article's file, relative to the text corpus's folder; empty if its rule names none. */
  Optional<String> file(Article article, Instant fetched) {
    return rules
        .named(article.rule())
        .flatMap(rule -> Optional.ofNullable(rule.output()))
        .map(pattern -> pattern.file(values(article, fetched)));
  }

  private static FilePattern.Values values(Article article, Instant fetched) {
    LocalDate day =
        article.published() == null
            ? LocalDate.ofInstant(fetched, ZoneOffset.UTC)
            : article.published().date();
    String language = article.language() == null ? "" : article.language();
    return new FilePattern.Values(
        TextNames.site(article.canonical().host()),
        day,
        TextNames.slug(article.canonical()),
        language,
        TextNames.id(article.canonical()));
  }
}
