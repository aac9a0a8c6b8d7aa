// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.siterules.PhraseLists;
import org.winnow.siterules.PresetNames;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * Makes an article of a page, offline and repeatable: the same bytes and the same rules give the
 * same text. Never throws on a page, whatever is in it. Safe for use by several threads.
 */
public final class Extractor {
  private final RuleSet rules;
  private final PhraseLists phrases = PhraseLists.bundled();
  private final ElementNames names = new ElementNames(PresetNames.bundled());
  private final Map<SiteRule, CompiledRule> compiled = new ConcurrentHashMap<>();

  /** An extractor with these rules; pages of other sites are extracted without one. */
  public Extractor(RuleSet rules) {
    this.rules = rules;
  }

  /** The article on that page, or the reason why there is none. */
  public Extraction extract(FetchedPage page) {
    Optional<String> unreadable = PageParser.unreadable(page);
    if (unreadable.isPresent()) {
      return new Extraction.NothingFound(unreadable.get(), List.of());
    }
    ParsedPage parsed = PageParser.parse(page);
    PageMetadata metadata = PageMetadata.of(parsed);
    CompiledRule rule = ruleFor(page);
    if (rule == null) {
      PageBlocks blocks = BlockReader.read(parsed.document(), names, Set.of(), Set.of());
      Labelling labelling = new Labelling(blocks, metadata);
      Steps.automatic(phrases).forEach(step -> step.label(labelling));
      return new ArticleWriter(parsed, labelling, null, null).write();
    }
    RuleFields fields = new RuleFields(parsed, rule);
    RuleMatches matches = RuleMatches.of(rule, parsed, fields);
    PageBlocks blocks =
        BlockReader.read(parsed.document(), names, matches.shown(), matches.apart());
    Labelling labelling = new Labelling(blocks, metadata);
    Steps.ofRule(phrases, matches).forEach(step -> step.label(labelling));
    return new ArticleWriter(parsed, labelling, rule.rule(), fields).write();
  }

  private @Nullable CompiledRule ruleFor(FetchedPage page) {
    return rules
        .ruleFor(page.url())
        .map(rule -> compiled.computeIfAbsent(rule, CompiledRule::new))
        .orElse(null);
  }
}
