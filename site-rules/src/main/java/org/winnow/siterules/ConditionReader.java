// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.siterules.YamlNode.Mapping;

/** Reads {@code match} but for its hosts. */
final class ConditionReader {
  private static final int MOST = 1_000_000;

  private final SelectorReader selectors;

  ConditionReader(SelectorReader selectors) {
    this.selectors = selectors;
  }

  MatchRule match(Section section) {
    List<Condition> when = new ArrayList<>();
    for (Field item : section.items("when")) {
      condition(item, section).ifPresent(when::add);
    }
    return new MatchRule(
        List.copyOf(when),
        section.field("priority").flatMap(field -> Quantity.number(field, -MOST, MOST)).orElse(0));
  }

  private Optional<Condition> condition(Field item, Section match) {
    if (!(item.node() instanceof Mapping)) {
      return item.text()
          .filter(css -> selectors.isSelector(css, item, match, "when"))
          .map(css -> new Condition(css, null, null, item.mark()));
    }
    Optional<Section> section = item.section(Keys.WHEN);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    if (section.get().has("css") == section.get().has("meta")) {
      section.get().problem("wants either css or meta");
      return Optional.empty();
    }
    String contains = section.get().text("contains").orElse(null);
    return section.get().has("css")
        ? selectors
            .selector(section.get(), "css")
            .map(css -> new Condition(css.css(), null, contains, item.mark()))
        : section.get().text("meta").map(meta -> new Condition(null, meta, contains, item.mark()));
  }
}
