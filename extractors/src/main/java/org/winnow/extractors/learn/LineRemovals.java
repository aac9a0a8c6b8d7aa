// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.corpus.Block;
import org.winnow.siterules.MatchKey;

/**
 * Finds lines of the body that repeat on most pages and that no selector names: the end of the body
 * where nothing but such follows, else the line itself. Numbers in it may change.
 */
final class LineRemovals {
  private static final int LONGEST_REMARK = 60;
  private static final int LONGEST_LINE = 300;

  private final List<LearnPage> pages;
  private final List<BitSet> covered;
  private final List<BitSet> leaked;

  LineRemovals(List<LearnPage> pages, List<BitSet> covered, List<BitSet> leaked) {
    this.pages = pages;
    this.covered = covered;
    this.leaked = leaked;
  }

  /** A line where it stands. */
  private record Place(int page, int block) {}

  List<Removal> find() {
    Map<String, List<Place>> lines = new LinkedHashMap<>();
    for (int p = 0; p < pages.size(); p++) {
      BitSet open = leaked.get(p);
      for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
        String key = LearnPage.masked(MatchKey.of(block(p, i).text()));
        if (!key.isEmpty() && block(p, i).text().length() <= LONGEST_LINE) {
          lines.computeIfAbsent(key, k -> new ArrayList<>()).add(new Place(p, i));
        }
      }
    }
    List<Removal> found = new ArrayList<>();
    for (List<Place> places : lines.values()) {
      long on = places.stream().mapToInt(Place::page).distinct().count();
      boolean isOpen =
          places.stream().anyMatch(place -> leaked.get(place.page()).get(place.block()));
      if (isOpen && on >= Shares.most(pages.size())) {
        found.add(removal(places, on));
      }
    }
    return found;
  }

  private Removal removal(List<Place> places, long on) {
    Block first = block(places.get(0).page(), places.get(0).block());
    String remark = on + " of " + pages.size() + " pages";
    boolean isSame =
        places.stream()
                .map(place -> MatchKey.of(block(place.page(), place.block()).text()))
                .distinct()
                .count()
            == 1;
    if (isSame
        && places.stream().allMatch(this::endsBody)
        && places.stream().anyMatch(this::hasMore)) {
      places.forEach(place -> take(place, Integer.MAX_VALUE));
      return first.isHeading()
          ? new Removal(Removal.Form.BLOCK, first.text(), remark + ", nothing but such behind it")
          : new Removal(Removal.Form.CUT, first.text(), remark + ", nothing but such behind it");
    }
    places.forEach(place -> take(place, place.block() + 1));
    return isSame
        ? new Removal(Removal.Form.LINE, first.text(), remark)
        : new Removal(Removal.Form.PATTERN, pattern(first.text()), remark);
  }

  private Block block(int page, int i) {
    return pages.get(page).block(i);
  }

  /** Whether no content follows in the body, and little else that does not repeat. */
  private boolean endsBody(Place place) {
    LearnPage page = pages.get(place.page());
    int words = 0;
    for (int i = place.block() + 1; i < page.size(); i++) {
      if (covered.get(place.page()).get(i)) {
        if (page.isContent(i)) {
          return false;
        }
        words += RemovalLearner.wordsAtRisk(page, i);
      }
    }
    return words <= RemovalLearner.MOST_WORDS;
  }

  private boolean hasMore(Place place) {
    return leaked.get(place.page()).nextSetBit(place.block() + 1) >= 0;
  }

  /** No removal is looked for any more from the place up to a block. */
  private void take(Place place, int end) {
    BitSet open = leaked.get(place.page());
    open.clear(place.block(), Math.max(place.block() + 1, Math.min(end, open.length())));
  }

  /** The line as a regular expression for RE2, any number in place of its numbers. */
  static String pattern(String line) {
    StringBuilder pattern = new StringBuilder("^");
    boolean inNumber = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isDigit(c)) {
        pattern.append(inNumber ? "" : "\\p{Nd}+");
      } else {
        pattern.append("\\.[]{}()*+?^$|/".indexOf(c) >= 0 ? "\\" : "").append(c);
      }
      inNumber = Character.isDigit(c);
    }
    return pattern.append('$').toString();
  }

  /** A text as it stands in a remark. */
  static String shortened(String text) {
    return text.length() <= LONGEST_REMARK ? text : text.substring(0, LONGEST_REMARK) + "…";
  }
}
