// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.Articles;
import org.winnow.corpus.ReviewIndex;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCorpus;
import org.winnow.extractors.WordCount;
import org.winnow.siterules.PhraseLists;

/**
 * Works out what reviewers see first and find by words, behind the crawl: a crawl never waits for
 * it. Safe for use by several threads.
 */
public final class ReviewIndexing {
  /** Few enough that a crawl's commits wait for some milliseconds at most. */
  private static final int AT_A_TIME = 25;

  private final Jdbi catalog;
  private final TextCorpus texts;
  private final PhraseLists phrases = PhraseLists.bundled();

  public ReviewIndexing(Jdbi catalog, TextCorpus texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  private record Known(long article, ReviewIndex.Entry entry) {}

  /**
   * Looks at articles whose text is new.
   *
   * @param most how many at most; those that are likely the riskiest first
   * @return how many were looked at; 0 when all are known
   */
  public int run(int most) {
    List<Long> outdated = catalog.withHandle(handle -> ReviewIndex.outdated(handle, most));
    for (int from = 0; from < outdated.size(); from += AT_A_TIME) {
      List<Long> some = outdated.subList(from, Math.min(from + AT_A_TIME, outdated.size()));
      List<Known> known = some.stream().flatMap(article -> known(article).stream()).toList();
      catalog.useTransaction(
          handle -> known.forEach(one -> ReviewIndex.save(handle, one.article(), one.entry())));
    }
    return outdated.size();
  }

  private Optional<Known> known(long article) {
    return catalog.withHandle(
        handle ->
            Articles.find(handle, article)
                .map(
                    stored -> {
                      String text = text(stored);
                      int words = WordCount.of(text);
                      int residue = residue(text);
                      double usual = ReviewIndex.medianWords(handle, stored.site());
                      return new Known(
                          article,
                          new ReviewIndex.Entry(
                              stored.sha256(),
                              risk(stored, words, usual, residue),
                              residue,
                              words,
                              stored.canonical() + "\n" + stored.byline() + "\n" + text));
                    }));
  }

  /** A text that is lost, or not yet written, is empty: there is much to look at. */
  private String text(StoredArticle article) {
    try {
      return texts.read(article.file());
    } catch (IOException lost) {
      return "";
    }
  }

  private int residue(String text) {
    return (int) text.lines().filter(line -> phrases.match(line).isPresent()).count();
  }

  /**
   * How much there is to look at, from 0 to 1: what the extraction is unsure of, made more by a
   * length that is unusual for the site, by phrases of boilerplate, and by what is missing. The
   * factors only set the order; a text of a quarter of the usual length weighs as much as half of
   * the confidence.
   *
   * @param usual the site's median length in words, or 0
   */
  static double risk(StoredArticle article, int words, double usual, int residue) {
    double trust = article.confidence();
    if (usual > 0) {
      double length = words / usual;
      trust *= length < 1 ? Math.sqrt(length) : Math.pow(length, -0.25);
    }
    trust *= Math.pow(0.85, Math.min(residue, 10));
    trust *= article.quarantine().isEmpty() ? 1 : 0.5;
    trust *= article.headline() == null ? 0.8 : 1;
    return Math.min(1, Math.max(0, 1 - trust));
  }
}
