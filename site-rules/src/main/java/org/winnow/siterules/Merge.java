// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.Key.Nature;
import org.winnow.siterules.Key.Shape;
import org.winnow.siterules.YamlNode.Entry;
import org.winnow.siterules.YamlNode.Mapping;
import org.winnow.siterules.YamlNode.Scalar;
import org.winnow.siterules.YamlNode.Sequence;

/** Joins what a rule says with what it inherits, value by value, each with its own place. */
final class Merge {
  private Merge() {}

  /** The mapping {@code own} with what it inherits from {@code above}. */
  static Mapping of(Keys keys, Mapping above, Mapping own) {
    Map<String, Entry> merged = new LinkedHashMap<>();
    for (Entry entry : above.entries()) {
      if (isInherited(keys, entry.key())) {
        merged.put(entry.key(), entry);
      }
    }
    for (Entry entry : own.entries()) {
      Entry inherited = merged.get(entry.key());
      merged.put(
          entry.key(), inherited == null ? entry : merged(keys.key(entry.key()), inherited, entry));
    }
    return new Mapping(List.copyOf(merged.values()), own.mark());
  }

  private static boolean isInherited(Keys keys, String name) {
    return keys.has(name) && keys.key(name).nature() != Nature.OWN;
  }

  private static Entry merged(Key key, Entry above, Entry own) {
    return new Entry(own.key(), own.mark(), merged(key, above.value(), own.value()));
  }

  private static YamlNode merged(Key key, YamlNode above, YamlNode own) {
    Keys below = key.below();
    if (key.nature() == Nature.ADDS) {
      List<YamlNode> items = new ArrayList<>(items(above));
      items.addAll(items(own));
      return new Sequence(List.copyOf(items), false, own.mark());
    }
    if (key.shape() == Shape.MAPPING
        && below != null
        && above instanceof Mapping inherited
        && own instanceof Mapping mapping) {
      return of(below, inherited, mapping);
    }
    return own;
  }

  private static List<YamlNode> items(YamlNode node) {
    return node instanceof Sequence list ? list.items() : List.of(node);
  }

  /** The mapping without the values at these paths: {@code remove.lines}. */
  static Mapping without(Mapping mapping, List<String> paths) {
    Mapping rest = mapping;
    for (String path : paths) {
      rest = without(rest, path);
    }
    return rest;
  }

  private static Mapping without(Mapping mapping, String path) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (!entry.key().equals(name)) {
        entries.add(entry);
      } else if (dot >= 0 && entry.value() instanceof Mapping below) {
        entries.add(new Entry(name, entry.mark(), without(below, path.substring(dot + 1))));
      }
    }
    return new Mapping(List.copyOf(entries), mapping.mark());
  }

  /** The texts under {@code reset}, as they are. */
  static List<String> resets(Mapping mapping) {
    YamlNode reset = value(mapping, "reset");
    return reset == null
        ? List.of()
        : items(reset).stream()
            .filter(Scalar.class::isInstance)
            .map(item -> ((Scalar) item).value())
            .toList();
  }

  /** The value of that key, or null. */
  static @Nullable YamlNode value(Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(Entry::value)
        .findFirst()
        .orElse(null);
  }

  /** Every text below that node, with its path and place. */
  static List<RuleValue> values(Mapping mapping) {
    List<RuleValue> values = new ArrayList<>();
    addValues(values, "", mapping);
    return List.copyOf(values);
  }

  private static void addValues(List<RuleValue> values, String path, YamlNode node) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        String below = path.isEmpty() ? entry.key() : path + "." + entry.key();
        addValues(values, below, entry.value());
      }
    } else if (node instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        addValues(values, path + "[" + i + "]", list.items().get(i));
      }
    } else if (node instanceof Scalar scalar) {
      values.add(new RuleValue(path, scalar.value(), scalar.mark()));
    }
  }
}
