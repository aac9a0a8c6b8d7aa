// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.winnow.corpus.Article;
import org.winnow.corpus.PageKind;
import org.winnow.siterules.QualityRule;
import org.winnow.siterules.QualityRule.Part;
import org.winnow.siterules.SiteRule;

/** Says what an article is not that its rule asks for. */
final class QualityGates {
  /** The gate that asks the page itself, not the article. */
  static final String PAGE_TYPE = "quality.pageType";

  private QualityGates() {}

  /** The gates that the article fails. */
  static List<FailedGate> failed(SiteRule rule, Article article) {
    QualityRule quality = rule.quality();
    List<FailedGate> failed = new ArrayList<>();
    int words = words(article);
    if (words < quality.minWords()) {
      failed.add(
          new FailedGate(
              "quality.minWords",
              "the body has " + words + " words, fewer than " + quality.minWords()));
    }
    for (Part part : quality.require()) {
      if (!has(article, part)) {
        String name = part.name().toLowerCase(java.util.Locale.ROOT);
        failed.add(new FailedGate("quality.require", "there is no " + name));
      }
    }
    for (Pattern forbidden : quality.forbid()) {
      article
          .text()
          .lines()
          .filter(line -> forbidden.matcher(line).find())
          .findFirst()
          .ifPresent(
              line ->
                  failed.add(
                      new FailedGate(
                          "quality.forbid",
                          "'" + forbidden.pattern() + "' is found in: " + shortened(line))));
    }
    if (!quality.kinds().isEmpty() && !quality.kinds().contains(article.kind())) {
      String wanted =
          quality.kinds().stream()
              .map(PageKind::label)
              .sorted()
              .collect(Collectors.joining(" or "));
      failed.add(
          new FailedGate(
              "quality.kind",
              "the page looks like this kind: " + article.kind().label() + ", not " + wanted));
    }
    addLanguage(failed, rule.languages().expect(), article);
    return failed;
  }

  private static void addLanguage(List<FailedGate> failed, List<String> expect, Article article) {
    String language = article.language();
    if (language != null && !expect.isEmpty() && !expect.contains(language)) {
      failed.add(
          new FailedGate(
              "languages.expect",
              "the language is " + language + ", not " + String.join(" or ", expect)));
    }
  }

  private static int words(Article article) {
    int words = 0;
    for (String block : article.body()) {
      words += TextLine.of(0, block).weight();
    }
    return words;
  }

  private static boolean has(Article article, Part part) {
    return switch (part) {
      case TITLE -> article.headline() != null;
      case SUBTITLE -> article.kicker() != null;
      case AUTHOR -> article.byline() != null;
      case DATE -> article.published() != null;
      case BODY -> !article.body().isEmpty();
    };
  }

  private static String shortened(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
