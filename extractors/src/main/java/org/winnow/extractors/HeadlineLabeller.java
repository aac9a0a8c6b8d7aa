// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import org.winnow.corpus.Label;
import org.winnow.siterules.MatchKey;

/**
 * Finds the headline among the blocks: one that stands where headlines stand and says what the
 * page's title says. The same line again, at the beginning of the text, is dropped. A page whose
 * title is nowhere to be seen has no headline.
 */
final class HeadlineLabeller implements BlockLabeller {
  private static final int LONGEST = 400;

  /** How many blocks a kicker stands from its headline. */
  private static final int NEAR = 3;

  @Override
  public void label(Labelling labelling) {
    PageBlocks page = labelling.page();
    int body = HeadlineLines.firstProse(labelling);
    if (body < 0) {
      return;
    }
    List<String> titles = new ArrayList<>();
    for (String headline : labelling.metadata().headlines()) {
      titles.add(MatchKey.of(headline));
    }
    int best = -1;
    double bestScore = 0;
    for (int i = 0; i <= Math.min(body + 2, page.size() - 1); i++) {
      double score = score(labelling, titles, i, body);
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    if (best >= 0) {
      labelling.decide(best, Label.HEADLINE, "headline:as in the page's title");
      labelling.headline(page.text(best));
      kicker(labelling, best, body);
      HeadlineLines.dropRepeated(labelling, MatchKey.of(page.text(best)), best, body);
    }
  }

  private static double score(Labelling labelling, List<String> titles, int i, int body) {
    PageBlocks page = labelling.page();
    BlockFigures figures = page.figures();
    String text = page.text(i);
    if (text.length() > LONGEST || figures.letters(i) < 2) {
      return 0;
    }
    String key = MatchKey.of(text);
    double agreement = 0;
    int equal = 0;
    for (String title : titles) {
      if (title.equals(key)) {
        equal++;
      } else if (key.length() >= 10 && isPart(title, key)) {
        agreement = Math.max(agreement, 0.5 + 0.5 * key.length() / title.length());
      }
    }
    boolean isTop = page.block(i).tag().equals("h1");
    // a level-one heading is a candidate by itself, so its equality to itself says nothing
    if (equal > (isTop ? 1 : 0)) {
      agreement += 2;
    } else if (equal > 0) {
      agreement += 0.3;
    }
    if (agreement == 0) {
      return 0;
    }
    double score = agreement;
    score += isTop ? 1.5 : page.block(i).isHeading() ? 0.8 : 0;
    score += figures.has(i, Cues.TITLE) ? 0.4 : 0;
    score += labelling.isContent(i) ? 0.3 : 0;
    score -= figures.has(i, Cues.NAV | Cues.ASIDE | Cues.FOOTER | Cues.RELATED) ? 1.5 : 0;
    score -= page.block(i).linkDensity() > 0.5 ? 0.7 : 0;
    score -= 0.02 * Math.min(Math.abs(body - i), 20);
    return score >= 1 ? score : 0;
  }

  private static boolean isPart(String title, String key) {
    return title.length() > key.length()
        && (title.startsWith(key + " ") || title.endsWith(" " + key));
  }

  /** The line next to the headline that its class calls kicker or the like. */
  private static void kicker(Labelling labelling, int headline, int body) {
    PageBlocks page = labelling.page();
    BlockFigures figures = page.figures();
    for (int i = Math.max(0, headline - NEAR); i <= Math.min(headline + NEAR, body); i++) {
      boolean isOwn = (page.elements().cues(figures.owner(i)) & Cues.KICKER) != 0;
      if (i != headline && isOwn && page.block(i).linkDensity() < 0.5 && i < body) {
        labelling.decide(i, Label.KICKER, "headline:kicker beside it");
        labelling.kicker(page.text(i));
        return;
      }
    }
  }
}
