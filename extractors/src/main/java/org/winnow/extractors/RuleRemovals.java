// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.winnow.siterules.CutRule;
import org.winnow.siterules.HeadingRule;
import org.winnow.siterules.LineRule;
import org.winnow.siterules.MatchKey;
import org.winnow.siterules.RemoveRule;
import org.winnow.siterules.Zone;

/**
 * What the rule removes from the body, in its fixed order: selectors, names, regions by heading,
 * beginning and end of the body, lines.
 *
 * @param rule what the rule removes
 * @param selected what each of the rule's selectors finds on the page
 * @param named what each of the rule's names finds on the page
 * @param ends for each of the rule's regions, what its end's selector finds on the page
 */
record RuleRemovals(
    RemoveRule rule,
    List<RuleBody.Found> selected,
    List<RuleBody.Found> named,
    List<List<Element>> ends)
    implements BlockLabeller {

  @Override
  public void label(Labelling labelling) {
    selectors(labelling);
    names(labelling);
    regions(labelling);
    starts(labelling);
    cuts(labelling);
    lines(labelling);
  }

  private void selectors(Labelling labelling) {
    for (RuleBody.Found found : selected) {
      for (int i : covered(labelling, found.elements())) {
        labelling.drop(i, "site:" + found.name());
      }
    }
  }

  private void names(Labelling labelling) {
    for (RuleBody.Found found : named) {
      Guard.drop(labelling, covered(labelling, found.elements()), "site:" + found.name());
    }
  }

  static List<Integer> covered(Labelling labelling, List<Element> elements) {
    List<Integer> blocks = new ArrayList<>();
    boolean[] covered = Coverage.of(labelling.page(), elements);
    for (int i = 0; i < covered.length; i++) {
      if (covered[i]) {
        blocks.add(i);
      }
    }
    return blocks;
  }

  private void regions(Labelling labelling) {
    List<HeadingRule> regions = rule.blocks();
    for (int r = 0; r < regions.size(); r++) {
      HeadingRule region = regions.get(r);
      List<String> headings = region.headings().stream().map(MatchKey::of).toList();
      for (int i = 0; i < labelling.size(); i++) {
        int heading =
            labelling.isContent(i) ? headings.indexOf(MatchKey.of(labelling.page().text(i))) : -1;
        if (heading >= 0) {
          String reason = "site:remove.blocks[" + r + "] " + region.headings().get(heading);
          int end =
              region.selector() == null
                  ? Regions.end(labelling, i, region.until())
                  : Regions.endBefore(labelling, i, ends.get(r));
          Guard.drop(labelling, range(i, end), reason);
          i = end - 1;
        }
      }
    }
  }

  static List<Integer> range(int first, int end) {
    List<Integer> blocks = new ArrayList<>(end - first);
    for (int i = first; i < end; i++) {
      blocks.add(i);
    }
    return blocks;
  }

  private void starts(Labelling labelling) {
    List<CutRule> starts = rule.startAfter();
    for (int s = 0; s < starts.size(); s++) {
      String key = MatchKey.of(starts.get(s).text());
      int last = -1;
      for (int i = 0; i < labelling.size(); i++) {
        if (labelling.isContent(i) && MatchKey.of(labelling.page().text(i)).equals(key)) {
          last = i;
        }
      }
      for (int i = 0; i <= last; i++) {
        labelling.drop(i, "site:remove.startAfter[" + s + "] " + starts.get(s).text());
      }
    }
  }

  private void cuts(Labelling labelling) {
    List<CutRule> cuts = rule.cutAt();
    for (int c = 0; c < cuts.size(); c++) {
      String key = MatchKey.of(cuts.get(c).text());
      for (int i = 0; i < labelling.size(); i++) {
        if (labelling.isContent(i) && MatchKey.of(labelling.page().text(i)).equals(key)) {
          for (int j = i; j < labelling.size(); j++) {
            labelling.drop(j, "site:remove.cutAt[" + c + "] " + cuts.get(c).text());
          }
        }
      }
    }
  }

  private void lines(Labelling labelling) {
    List<LineRule> lines = rule.lines();
    if (lines.isEmpty()) {
      return;
    }
    int head = Prose.first(labelling);
    int tail = Prose.last(labelling);
    for (int l = 0; l < lines.size(); l++) {
      LineRule line = lines.get(l);
      String key = line.equalTo() == null ? "" : MatchKey.of(line.equalTo());
      for (int i = 0; i < labelling.size(); i++) {
        boolean isInZone =
            line.zone() == Zone.ANYWHERE
                || (line.zone() == Zone.HEAD ? head < 0 || i < head : tail < 0 || i > tail);
        if (isInZone && labelling.isContent(i) && matches(line, key, labelling.page().text(i))) {
          labelling.drop(i, "site:remove.lines[" + l + "]");
        }
      }
    }
  }

  private static boolean matches(LineRule line, String key, String text) {
    return (line.equalTo() != null && MatchKey.of(text).equals(key))
        || (line.regex() != null && line.regex().matcher(text).matches());
  }
}
