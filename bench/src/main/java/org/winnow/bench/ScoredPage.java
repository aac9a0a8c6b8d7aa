// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.app.LabelledPage;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.PageDecoder;

/**
 * A labelled page and how every contender did on it.
 *
 * @param page the page
 * @param scores in the order of the contenders
 */
record ScoredPage(LabelledPage page, List<ContenderScore> scores) {
  ScoredPage {
    scores = List.copyOf(scores);
  }

  /**
   * Runs every contender on the page.
   *
   * @throws IOException if the page's file cannot be read
   */
  static ScoredPage of(LabelledPage labelled, List<Contender> contenders) throws IOException {
    FetchedPage fetched = labelled.read();
    String html = PageDecoder.decode(fetched).text();
    List<ContenderScore> scores = new ArrayList<>(contenders.size());
    for (Contender contender : contenders) {
      scores.add(ContenderScore.of(contender, labelled, fetched, html));
    }
    return new ScoredPage(labelled, scores);
  }
}
