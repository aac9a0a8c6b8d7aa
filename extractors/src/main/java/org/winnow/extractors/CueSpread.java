// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;

/** Hands the cues of elements down to the blocks that they cover. */
final class CueSpread {
  /**
   * A name that speaks against its content is not believed where it holds more than this share of
   * the page's prose: whole pages stand inside {@code .sidebar-layout} and {@code form}.
   */
  private static final double MOST_PROSE = 0.4;

  /** On a page with less prose than a short notice, that of a banner may well be all there is. */
  private static final int LEAST_PROSE = 400;

  /** A page can have more comments than text; but one of nothing but comments is about them. */
  private static final double MOST_COMMENTS = 0.85;

  private CueSpread() {}

  static void spread(ElementTable elements, BlockFigures figures, int blocks) {
    long[] prose = new long[blocks + 1];
    for (int i = 0; i < blocks; i++) {
      boolean isProse = figures.weight(i) >= 80 && figures.sentences(i) > 0;
      prose[i + 1] = prose[i] + (isProse ? figures.weight(i) : 0);
    }
    double all = (double) prose[blocks];
    double most = all * MOST_PROSE;
    int banners = all < LEAST_PROSE ? Cues.COOKIES | Cues.POPUP | Cues.SUBSCRIBE : 0;
    int believed = banners | believed(elements, prose, most, all);
    for (int e = 0; e < elements.size(); e++) {
      int first = elements.first(e);
      int end = elements.end(e);
      boolean isTooMuch = prose[end] - prose[first] > most;
      elements.forgetCues(e, Cues.AGAINST & ~(isTooMuch ? banners : believed));
      int own = elements.cues(e);
      if (own != 0) {
        for (int i = first; i < end; i++) {
          figures.around(i, own);
        }
      }
    }
  }

  /** The cues whose elements, taken together and big ones aside, hold no more than that. */
  private static int believed(ElementTable elements, long[] prose, double most, double all) {
    int[] cued = cued(elements, prose, most);
    int believed = 0;
    for (int cue = 1; (cue & Cues.AGAINST) != 0; cue <<= 1) {
      long taken = 0;
      int covered = 0;
      for (int e : cued) {
        int end = elements.end(e);
        if ((elements.cues(e) & cue) != 0 && end > covered) {
          taken += prose[end] - prose[Math.max(covered, elements.first(e))];
          covered = end;
        }
      }
      double bound = cue == Cues.COMMENTS ? all * MOST_COMMENTS : most;
      believed |= taken <= bound ? cue : 0;
    }
    return believed;
  }

  /** The elements with cues that speak against them, that hold prose, and not too much of it. */
  private static int[] cued(ElementTable elements, long[] prose, double most) {
    int[] cued = new int[elements.size()];
    int size = 0;
    for (int e = 0; e < cued.length; e++) {
      if ((elements.cues(e) & Cues.AGAINST) != 0) {
        long held = prose[elements.end(e)] - prose[elements.first(e)];
        if (held > 0 && held <= most) {
          cued[size++] = e;
        }
      }
    }
    return Arrays.copyOf(cued, size);
  }
}
