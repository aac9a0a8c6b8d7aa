// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.winnow.siterules.RuleDraft.Parent;

/**
 * Resolves {@code extends}: what chooses is replaced, key by key; what subtracts or protects adds
 * up, the inherited first. Site, hosts, status and tests are a rule's own.
 */
final class Inheritance {
  /** A line of ancestors that a person can still follow. */
  private static final int LONGEST_LINE = 8;

  private final Map<String, RuleDraft> drafts;
  private final Problems problems;
  private final Map<String, RuleDraft> resolved = new HashMap<>();

  Inheritance(Map<String, RuleDraft> drafts, Problems problems) {
    this.drafts = drafts;
    this.problems = problems;
  }

  /** That rule with everything that it inherits, or empty if its line of ancestors is broken. */
  Optional<RuleDraft> resolve(RuleDraft draft) {
    return resolve(draft, new LinkedHashSet<>());
  }

  private Optional<RuleDraft> resolve(RuleDraft draft, Set<String> below) {
    RuleDraft known = resolved.get(draft.name());
    if (known != null) {
      return Optional.of(known);
    }
    Parent parent = draft.parent();
    if (parent == null) {
      resolved.put(draft.name(), draft);
      return Optional.of(draft);
    }
    below.add(draft.name());
    Optional<RuleDraft> ancestor = find(parent, below).flatMap(found -> resolve(found, below));
    Optional<RuleDraft> merged = ancestor.map(found -> merge(found, draft));
    merged.ifPresent(rule -> resolved.put(rule.name(), rule));
    return merged;
  }

  private Optional<RuleDraft> find(Parent parent, Set<String> below) {
    RuleDraft found = drafts.get(parent.name());
    if (found == null) {
      String near = Suggestion.of(parent.name(), drafts.keySet());
      problems.add(parent.mark(), "extends", "no rule is called '" + parent.name() + "'" + near);
    } else if (below.contains(parent.name())) {
      String circle = String.join(" -> ", below) + " -> " + parent.name();
      problems.add(parent.mark(), "extends", "goes in a circle: " + circle);
      return Optional.empty();
    } else if (below.size() > LONGEST_LINE) {
      problems.add(parent.mark(), "extends", "has more than " + LONGEST_LINE + " ancestors");
      return Optional.empty();
    }
    return Optional.ofNullable(found);
  }

  private static RuleDraft merge(RuleDraft above, RuleDraft own) {
    return own.as(Merge.of(Keys.RULE, Merge.without(above.mapping(), own.resets()), own.mapping()));
  }
}
