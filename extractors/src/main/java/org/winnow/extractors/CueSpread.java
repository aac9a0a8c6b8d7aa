// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** Hands the cues of elements down to the blocks that they cover. */
final class CueSpread {
  /**
   * A name that speaks against its content is not believed where it holds more than this share of
   * the page's prose: whole pages stand inside {@code .sidebar-layout} and {@code form}.
   */
  private static final double MOST_PROSE = 0.4;

  private CueSpread() {}

  static void spread(ElementTable elements, BlockFigures figures, int blocks) {
    long[] prose = new long[blocks + 1];
    for (int i = 0; i < blocks; i++) {
      boolean isProse = figures.weight(i) >= 80 && figures.sentences(i) > 0;
      prose[i + 1] = prose[i] + (isProse ? figures.weight(i) : 0);
    }
    double most = prose[blocks] * MOST_PROSE;
    int believed = believed(elements, prose, most);
    for (int e = 0; e < elements.size(); e++) {
      int first = elements.first(e);
      int end = elements.end(e);
      boolean isTooMuch = prose[end] - prose[first] > most;
      elements.forgetCues(e, isTooMuch ? Cues.AGAINST : Cues.AGAINST & ~believed);
      int own = elements.cues(e);
      if (own != 0) {
        for (int i = first; i < end; i++) {
          figures.around(i, own);
        }
      }
    }
  }

  /** The cues whose elements, taken together and big ones aside, hold no more than that. */
  private static int believed(ElementTable elements, long[] prose, double most) {
    int believed = 0;
    for (int cue = 1; (cue & Cues.AGAINST) != 0; cue <<= 1) {
      long taken = 0;
      int covered = 0;
      for (int e = 0; e < elements.size(); e++) {
        int first = Math.max(covered, elements.first(e));
        int end = elements.end(e);
        if ((elements.cues(e) & cue) != 0
            && end > first
            && prose[end] - prose[elements.first(e)] <= most) {
          taken += prose[end] - prose[first];
          covered = end;
        }
      }
      // a page can have more comments than text
      believed |= taken <= most || cue == Cues.COMMENTS ? cue : 0;
    }
    return believed;
  }
}
