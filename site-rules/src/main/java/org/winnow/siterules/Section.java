// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.siterules.YamlNode.Entry;
import org.winnow.siterules.YamlNode.Mapping;

/** A mapping of a rule whose keys are known. */
final class Section {
  private final Mapping mapping;
  private final Keys keys;
  private final String path;
  private final Problems problems;
  private final Map<String, Field> fields = new HashMap<>();

  private Section(Mapping mapping, Keys keys, String path, Problems problems) {
    this.mapping = mapping;
    this.keys = keys;
    this.path = path;
    this.problems = problems;
  }

  /** That mapping; every key that is not among the known ones becomes a problem. */
  static Section of(Mapping mapping, Keys keys, String path, Problems problems) {
    Section section = new Section(mapping, keys, path, problems);
    for (Entry entry : mapping.entries()) {
      String below = path.isEmpty() ? entry.key() : path + "." + entry.key();
      if (keys.has(entry.key())) {
        section.fields.put(entry.key(), new Field(entry.value(), below, problems));
      } else {
        problems.add(entry.mark(), below, keys.unknown(entry.key()));
      }
    }
    return section;
  }

  Mark mark() {
    return mapping.mark();
  }

  /** What it was read from. */
  Mapping mapping() {
    return mapping;
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  void problem(String message) {
    problems.add(mapping.mark(), path, message);
  }

  /** A problem of something else in the same rule. */
  void problemAt(Mark place, String where, String message) {
    problems.add(place, where, message);
  }

  Optional<Field> field(String key) {
    return Optional.ofNullable(fields.get(keys.key(key).name()));
  }

  Optional<Section> section(String key, Keys known) {
    return field(key).flatMap(field -> field.section(known));
  }

  Optional<String> text(String key) {
    return field(key).flatMap(Field::text);
  }

  List<String> texts(String key) {
    return field(key).map(Field::texts).orElse(List.of());
  }

  List<Field> items(String key) {
    return field(key).map(Field::items).orElse(List.of());
  }

  Optional<String> choice(String key) {
    return field(key).flatMap(field -> field.choice(keys.key(key).choices()));
  }

  /** The constant of that name, written in lower case in the rule. */
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return choice(key).map(name -> Enum.valueOf(type, name.toUpperCase(java.util.Locale.ROOT)));
  }
}
