// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.winnow.siterules.CutRule;
import org.winnow.siterules.HeadingRule;
import org.winnow.siterules.LineRule;
import org.winnow.siterules.MatchKey;
import org.winnow.siterules.RemoveRule;
import org.winnow.siterules.Zone;

/**
 * Applies what a site's rule says of lines: {@code blocks}, {@code startAfter}, {@code cutAt},
 * {@code lines}.
 */
final class SiteStep implements LineStep {

  /** A region of a rule that would take more of the prose is not the region that was meant. */
  private static final double LARGEST_SHARE = 0.4;

  private final RemoveRule rule;

  SiteStep(RemoveRule rule) {
    this.rule = rule;
  }

  @Override
  public void label(LineSheet sheet) {
    for (int r = 0; r < rule.blocks().size(); r++) {
      region(sheet, rule.blocks().get(r), "site:remove.blocks[" + r + "]");
    }
    for (int r = 0; r < rule.startAfter().size(); r++) {
      start(sheet, rule.startAfter().get(r), "site:remove.startAfter[" + r + "]");
    }
    for (int r = 0; r < rule.cutAt().size(); r++) {
      cut(sheet, rule.cutAt().get(r), "site:remove.cutAt[" + r + "]");
    }
    for (int r = 0; r < rule.lines().size(); r++) {
      lines(sheet, rule.lines().get(r), "site:remove.lines[" + r + "]");
    }
  }

  private static void region(LineSheet sheet, HeadingRule block, String reason) {
    List<String> headings = keys(block);
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.isKept(i) && headings.contains(sheet.line(i).key())) {
        if (!removeUnlessTooMuch(sheet, i, end(sheet, block, i + 1), reason)) {
          return;
        }
      }
    }
  }

  private static void start(LineSheet sheet, CutRule start, String reason) {
    String key = MatchKey.of(start.text());
    for (int i = sheet.size() - 1; i >= 0; i--) {
      if (sheet.line(i).key().equals(key)) {
        removeUnlessTooMuch(sheet, 0, i + 1, reason);
        return;
      }
    }
  }

  private static void cut(LineSheet sheet, CutRule cut, String reason) {
    String key = MatchKey.of(cut.text());
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.line(i).key().equals(key)) {
        removeUnlessTooMuch(sheet, i, sheet.size(), reason);
        return;
      }
    }
  }

  private static void lines(LineSheet sheet, LineRule rule, String reason) {
    String key = rule.equalTo() == null ? null : MatchKey.of(rule.equalTo());
    for (int i = 0; i < sheet.size(); i++) {
      TextLine line = sheet.line(i);
      boolean isMeant =
          key != null
              ? line.key().equals(key)
              : rule.regex() != null && rule.regex().matches(line.text());
      if (isMeant && isInZone(sheet, i, rule.zone())) {
        sheet.remove(i, reason);
      }
    }
  }

  private static boolean isInZone(LineSheet sheet, int i, Zone zone) {
    Section section = sheet.section(i);
    return zone == Zone.ANYWHERE || (zone == Zone.HEAD ? section.isHead(i) : section.isTail(i));
  }

  private static int end(LineSheet sheet, HeadingRule block, int from) {
    for (int i = from; i < sheet.size(); i++) {
      boolean isEnd =
          (block.until() == HeadingRule.Until.BLANK && sheet.isAfterBlank(i))
              || (block.until() == HeadingRule.Until.HEADING
                  && sheet.hit(i).filter(hit -> hit.isHeading()).isPresent());
      if (isEnd) {
        return i;
      }
    }
    return sheet.size();
  }

  private static boolean removeUnlessTooMuch(LineSheet sheet, int from, int to, String reason) {
    int all = sheet.proseWords(0, sheet.size());
    if (sheet.proseWords(from, to) > LARGEST_SHARE * all) {
      sheet.note(from, reason + " would take more than 40 % of the prose");
      return false;
    }
    for (int i = from; i < to; i++) {
      sheet.remove(i, reason);
    }
    return true;
  }

  private static List<String> keys(HeadingRule block) {
    return block.headings().stream().map(MatchKey::of).toList();
  }
}
