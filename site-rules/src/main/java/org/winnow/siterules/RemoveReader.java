// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.HeadingRule.Until;
import org.winnow.siterules.YamlNode.Mapping;

/** Reads {@code remove}. */
final class RemoveReader {
  private final SelectorReader selectors;

  RemoveReader(SelectorReader selectors) {
    this.selectors = selectors;
  }

  RemoveRule read(Section section) {
    return new RemoveRule(
        presets(section),
        selectors.selectors(section, "selectors"),
        names(section),
        section.field("blocks").map(this::blocks).orElse(List.of()),
        cuts(section, "startAfter"),
        cuts(section, "cutAt"),
        section.field("lines").map(this::lines).orElse(List.of()));
  }

  private static @Nullable Set<Preset> presets(Section section) {
    Optional<Field> field = section.field("presets");
    if (field.isEmpty()) {
      return null;
    }
    Set<Preset> presets = EnumSet.noneOf(Preset.class);
    for (Field item : field.get().items()) {
      Optional<String> name = item.choice(Keys.REMOVE.key("presets").choices());
      if (name.isPresent() && name.get().equals("all")) {
        presets.addAll(EnumSet.allOf(Preset.class));
      }
      name.flatMap(Preset::ofKey).ifPresent(presets::add);
    }
    return presets;
  }

  private static List<String> names(Section section) {
    List<String> names = new ArrayList<>();
    for (Field item : section.items("names")) {
      item.text().filter(name -> isName(name, item)).ifPresent(names::add);
    }
    return names;
  }

  private static boolean isName(String name, Field item) {
    if (name.chars().anyMatch(c -> Character.isWhitespace(c) || "[]>:,*".indexOf(c) >= 0)) {
      item.problem(
          "'" + name + "' is not an id or class name; selectors go under remove.selectors");
      return false;
    }
    if (name.startsWith(".") || name.startsWith("#")) {
      item.problem("an id or class name stands here without '.' and '#': " + name.substring(1));
      return false;
    }
    return true;
  }

  private List<HeadingRule> blocks(Field field) {
    List<HeadingRule> blocks = new ArrayList<>();
    for (Section block : field.sections(Keys.BLOCK)) {
      if (!block.has("heading")) {
        block.problem("wants a heading");
      }
      List<String> headings = new ArrayList<>();
      for (Field heading : block.items("heading")) {
        heading.text().filter(text -> hasWords(text, heading)).ifPresent(headings::add);
      }
      CssSelector selector = untilSelector(block).orElse(null);
      Until until =
          block
              .field("until")
              .filter(end -> !(end.node() instanceof Mapping))
              .flatMap(end -> block.choice("until", Until.class))
              .orElse(selector == null ? Until.HEADING : Until.SELECTOR);
      if (!headings.isEmpty()) {
        blocks.add(new HeadingRule(headings, until, selector, block.mark()));
      }
    }
    return blocks;
  }

  private Optional<CssSelector> untilSelector(Section block) {
    Optional<Section> until =
        block
            .field("until")
            .filter(end -> end.node() instanceof Mapping)
            .flatMap(end -> end.section(Keys.UNTIL));
    if (until.isPresent() && !until.get().has("selector")) {
      until.get().problem("wants a selector");
    }
    return until.flatMap(end -> selectors.selector(end, "selector"));
  }

  private static List<CutRule> cuts(Section section, String key) {
    List<CutRule> cuts = new ArrayList<>();
    for (Field item : section.items(key)) {
      item.text()
          .filter(text -> hasWords(text, item))
          .ifPresent(text -> cuts.add(new CutRule(text, item.mark())));
    }
    return cuts;
  }

  private List<LineRule> lines(Field field) {
    List<LineRule> lines = new ArrayList<>();
    for (Section line : field.sections(Keys.LINE)) {
      if (line.has("equals") == line.has("regex")) {
        line.problem("wants either equals or regex");
        continue;
      }
      Zone zone = line.choice("zone", Zone.class).orElse(Zone.ANYWHERE);
      line.field("equals")
          .ifPresent(
              item ->
                  item.text()
                      .filter(text -> hasWords(text, item))
                      .ifPresent(text -> lines.add(new LineRule(text, null, zone, line.mark()))));
      line.field("regex")
          .flatMap(LineRegex::read)
          .ifPresent(pattern -> lines.add(new LineRule(null, pattern, zone, line.mark())));
    }
    return lines;
  }

  /** Whether anything is left of the text when it is folded; all empty lines would equal it. */
  private static boolean hasWords(String text, Field item) {
    if (MatchKey.of(text).isEmpty()) {
      item.problem("'" + text + "' has neither letters nor digits");
      return false;
    }
    return true;
  }
}
