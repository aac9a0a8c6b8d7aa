// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.siterules.YamlNode.Entry;
import org.winnow.siterules.YamlNode.Mapping;

/** Reads {@code sections} and {@code history}, each completed by what holds for the whole site. */
final class LayoutReader {
  private static final Url ANY_SITE = Url.of("https://site.invalid/");

  private final ExtractReader extracts;
  private final RemoveReader removes;

  LayoutReader(ExtractReader extracts, RemoveReader removes) {
    this.extracts = extracts;
    this.removes = removes;
  }

  Layouts read(Section rule, Mapping whole) {
    List<LayoutRule> sections = new ArrayList<>();
    Map<String, LayoutRule> byPrefix = new HashMap<>();
    List<Section> written = sections(rule, "sections", Keys.SECTION);
    for (int i = 0; i < written.size(); i++) {
      Section section = written.get(i);
      Optional<LayoutRule> layout = section(section, i, whole);
      layout.ifPresent(
          found -> {
            refuseTies(section, found, byPrefix);
            sections.add(found);
          });
    }
    List<LayoutRule> history = new ArrayList<>();
    List<Section> dated = sections(rule, "history", Keys.HISTORY);
    for (int i = 0; i < dated.size(); i++) {
      dated(dated.get(i), i, whole).ifPresent(history::add);
    }
    refuseEqualDates(history, rule);
    history.sort(Comparator.comparing(LayoutReader::until));
    return new Layouts(List.copyOf(sections), List.copyOf(history));
  }

  private static List<Section> sections(Section rule, String key, Keys keys) {
    return rule.field(key).map(field -> field.sections(keys)).orElse(List.of());
  }

  private Optional<LayoutRule> section(Section section, int number, Mapping whole) {
    List<String> urls = new ArrayList<>();
    for (Field item : section.items("urls")) {
      item.text().flatMap(text -> prefix(text, item)).ifPresent(urls::add);
    }
    if (!section.has("urls")) {
      section.problem("wants urls");
    }
    boolean skip = section.field("skip").flatMap(Field::bool).orElse(false);
    return urls.isEmpty()
        ? Optional.empty()
        : Optional.of(layout(section, "sections[" + number + "]", urls, null, skip, whole));
  }

  private static Optional<String> prefix(String text, Field item) {
    Optional<Url> url = text.startsWith("/") ? ANY_SITE.resolve(text) : Optional.empty();
    if (url.isEmpty()) {
      item.problem("'" + text + "' is not the beginning of a path; write /opinion/");
    }
    return url.map(found -> found.path() + found.query().map(query -> "?" + query).orElse(""));
  }

  private static void refuseTies(
      Section section, LayoutRule layout, Map<String, LayoutRule> byPrefix) {
    for (String prefix : layout.urls()) {
      LayoutRule before = byPrefix.put(prefix, layout);
      if (before != null) {
        section
            .field("urls")
            .ifPresent(
                field ->
                    field.problem(
                        "'" + prefix + "' begins two sections, the other at " + before.mark()));
      }
    }
  }

  private Optional<LayoutRule> dated(Section section, int number, Mapping whole) {
    if (!section.has("until")) {
      section.problem("wants until, a day as 2021-06-30");
    }
    return section
        .field("until")
        .flatMap(LayoutReader::day)
        .map(day -> layout(section, "history[" + number + "]", List.of(), day, false, whole));
  }

  private static Optional<LocalDate> day(Field field) {
    Optional<String> text = field.text();
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      field.problem("'" + text.orElse("") + "' is not a day; write 2021-06-30");
      return Optional.empty();
    }
  }

  private static void refuseEqualDates(List<LayoutRule> history, Section rule) {
    Map<LocalDate, LayoutRule> byDay = new HashMap<>();
    for (LayoutRule layout : history) {
      LayoutRule before = byDay.put(until(layout), layout);
      if (before != null) {
        rule.problemAt(
            layout.mark(),
            layout.name() + ".until",
            until(layout) + " ends two layouts, the other at " + before.mark());
      }
    }
  }

  private static LocalDate until(LayoutRule layout) {
    return layout.until() == null ? LocalDate.MAX : layout.until();
  }

  private LayoutRule layout(
      Section section,
      String name,
      List<String> urls,
      @Nullable LocalDate until,
      boolean skip,
      Mapping whole) {
    section.section("extract", Keys.EXTRACT).ifPresent(extracts::read);
    section.section("remove", Keys.REMOVE).ifPresent(removes::read);
    List<String> resets = Reset.read(section, List.of("extract", "remove"));
    Section merged =
        Section.of(
            Merge.of(Keys.RULE, Merge.without(whole, resets), withoutOthers(section.mapping())),
            Keys.RULE,
            "",
            new Problems());
    return new LayoutRule(
        name,
        List.copyOf(urls),
        until,
        skip,
        merged.section("extract", Keys.EXTRACT).map(extracts::read).orElse(ExtractRule.NONE),
        merged.section("remove", Keys.REMOVE).map(removes::read).orElse(RemoveRule.NONE),
        section.mark());
  }

  /** What a layout shares with a rule. */
  private static Mapping withoutOthers(Mapping layout) {
    List<Entry> shared =
        layout.entries().stream()
            .filter(entry -> entry.key().equals("extract") || entry.key().equals("remove"))
            .toList();
    return new Mapping(shared, layout.mark());
  }
}
