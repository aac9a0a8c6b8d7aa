// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Function;

/**
 * The scores of many pages, one figure for each measure.
 *
 * @param precision mean of the pages' token precision
 * @param recall mean of their token recall
 * @param f1 mean of their token F1
 * @param shingleF1 F1 of the mean shingle precision and the mean shingle recall, as the public
 *     article benchmarks compute it
 */
public record Scores(double precision, double recall, double f1, double shingleF1) {

  /** The scores of the texts with their headlines. */
  public static Scores ofText(Collection<PageScore> pages) {
    return of(pages, PageScore::text, PageScore::textShingles);
  }

  /** The scores of the bodies alone. */
  public static Scores ofBody(Collection<PageScore> pages) {
    return of(pages, PageScore::body, PageScore::bodyShingles);
  }

  /** Writes them as an object of that name, into the object that is open. */
  public void writeTo(JsonGenerator json, String name) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("precision", precision);
    json.writeNumberField("recall", recall);
    json.writeNumberField("f1", f1);
    json.writeNumberField("shingleF1", shingleF1);
    json.writeEndObject();
  }

  private static Scores of(
      Collection<PageScore> pages,
      Function<PageScore, TextScore> tokens,
      Function<PageScore, TextScore> shingles) {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    double shinglePrecision = 0;
    double shingleRecall = 0;
    for (PageScore page : pages) {
      precision += tokens.apply(page).precision();
      recall += tokens.apply(page).recall();
      f1 += tokens.apply(page).f1();
      shinglePrecision += shingles.apply(page).precision();
      shingleRecall += shingles.apply(page).recall();
    }
    int n = Math.max(1, pages.size());
    return new Scores(
        precision / n,
        recall / n,
        f1 / n,
        new TextScore(shinglePrecision / n, shingleRecall / n).f1());
  }
}
