// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.siterules.Condition;
import org.winnow.siterules.LayoutRule;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/** The rules in force and which of them a page has. Safe for use by several threads. */
final class SiteRules {
  private final RuleSet rules;
  private final Map<String, CompiledRule> compiled = new ConcurrentHashMap<>();
  private final Map<String, Evaluator> conditions = new ConcurrentHashMap<>();

  SiteRules(RuleSet rules) {
    this.rules = rules;
  }

  /** The rule for the page's host, or empty. */
  Optional<SiteRule> ofSite(FetchedPage page) {
    return rules.ruleFor(page.url());
  }

  /** The rule of that name, or empty. */
  Optional<SiteRule> named(String name) {
    return rules.named(name);
  }

  /** The first rule whose {@code match.when} the page fulfils, or empty. */
  Optional<SiteRule> byContent(ParsedPage parsed) {
    if (rules.fingerprints().isEmpty()) {
      return Optional.empty();
    }
    PageScan scan = new PageScan(parsed.document());
    return rules.fingerprints().stream()
        .filter(rule -> rule.match().when().stream().allMatch(each -> holds(each, parsed, scan)))
        .findFirst();
  }

  private boolean holds(Condition condition, ParsedPage parsed, PageScan scan) {
    String wanted = condition.contains() == null ? "" : condition.contains();
    if (condition.meta() != null) {
      return scan.metas(condition.meta()).stream().anyMatch(content -> content.contains(wanted));
    }
    if (condition.css() == null) {
      return false;
    }
    Evaluator evaluator = conditions.computeIfAbsent(condition.css(), JsoupSelectors::compile);
    for (Element element : parsed.document().select(evaluator)) {
      if (wanted.isEmpty() || element.text().contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The rule with that layout, compiled once. */
  CompiledRule compiled(SiteRule rule, Optional<LayoutRule> layout) {
    String key = rule.name() + " " + layout.map(LayoutRule::name).orElse("");
    return compiled.computeIfAbsent(key, name -> new CompiledRule(rule, layout));
  }

  /** Why the rule takes no page at that address for an article, in words for the user; or empty. */
  static Optional<String> whyNoArticle(SiteRule rule, Optional<LayoutRule> layout, Url url) {
    if (layout.isPresent() && layout.get().skip()) {
      return Optional.of(
          "%s of the rule %s has no articles (%s)"
              .formatted(layout.get().name(), rule.name(), layout.get().mark()));
    }
    return rule.crawl().discover().isArticle(url)
        ? Optional.empty()
        : Optional.of(
            "discover.articles of the rule %s takes no page at this address for an article"
                .formatted(rule.name()));
  }
}
