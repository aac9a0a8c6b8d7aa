// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.winnow.siterules.PhraseLists;
import org.winnow.siterules.SiteRule;

/** The labellers of a page, in the order in which they decide. */
final class Steps {
  private Steps() {}

  /** Without a rule. */
  static List<BlockLabeller> automatic(PhraseLists phrases) {
    return List.of(
        new AutomaticBody(),
        new PresetLabeller(null),
        new PageStructure(true),
        new PhraseLabeller(phrases, null),
        new ListingCheck(),
        new HeadlineLabeller(),
        new Confidence());
  }

  /** With a rule, and what it finds on the page. */
  static List<BlockLabeller> ofRule(PhraseLists phrases, RuleMatches matches) {
    SiteRule rule = matches.rule();
    RuleHeadline headline = matches.headline();
    return List.of(
        matches.body().isEmpty() ? new AutomaticBody() : new RuleBody(matches.body()),
        new RuleKeeps(matches.kept()),
        new PresetLabeller(rule.remove().presets()),
        new PageStructure(matches.body().isEmpty()),
        new PhraseLabeller(phrases, rule.remove().presets()),
        new RuleRemovals(rule, matches.selected(), matches.named()),
        headline.title() == null ? new HeadlineLabeller() : headline);
  }
}
