// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.winnow.siterules.PhraseLists;
import org.winnow.siterules.RemoveRule;

/** The labellers of a page, in the order in which they decide. */
final class Steps {
  private Steps() {}

  /** Without a rule. */
  static List<BlockLabeller> automatic(PhraseLists phrases, BlockModel model) {
    return List.of(
        new LearnedBody(model),
        new BlockKinds(),
        new PhraseLabeller(phrases, null),
        new ListingCheck(),
        new HeadlineLabeller());
  }

  /** With a rule, and what it finds on the page. */
  static List<BlockLabeller> ofRule(PhraseLists phrases, BlockModel model, RuleMatches matches) {
    RemoveRule remove = matches.rule().remove();
    RuleHeadline headline = matches.headline();
    return List.of(
        matches.body().isEmpty()
            ? new LearnedBody(model)
            : new RuleBody(matches.body(), matches.rule().rule().fallback(), model),
        matches.body().isEmpty() ? new ListingCheck() : labelling -> {},
        new RuleKeeps(matches.kept()),
        new PresetLabeller(remove.presets()),
        new PageStructure(matches.body().isEmpty()),
        new PhraseLabeller(phrases, remove.presets()),
        new RuleRemovals(remove, matches.selected(), matches.named(), matches.ends()),
        headline.title() == null ? new HeadlineLabeller() : headline);
  }
}
