// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML text says, changed at one place: what {@link RulePatch} holds its results against.
 * Values are texts, lists and maps; a missing value is the empty text. Mutable.
 */
final class PlainYaml {
  private Object root;
  private final List<String> steps;

  PlainYaml(Object root, List<String> steps) {
    this.root = root;
    this.steps = steps;
  }

  Object root() {
    return root;
  }

  Optional<Object> get() {
    Object at = root;
    for (String step : steps) {
      at = child(at, step);
    }
    return Optional.ofNullable(at);
  }

  boolean set(Object value) {
    return change(0, root, old -> value);
  }

  boolean add(Object item) {
    return change(
        0,
        root,
        old -> {
          List<Object> items = new ArrayList<>();
          if (old instanceof List<?> list) {
            items.addAll(list);
          } else if (!old.equals("")) {
            items.add(old);
          }
          items.add(item);
          return items;
        });
  }

  /** Takes out the value and what is empty without it; false if it is not there. */
  boolean remove() {
    if (get().isEmpty()) {
      return false;
    }
    root = without(root, 0).orElse("");
    return true;
  }

  private interface Change {
    Object of(Object old);
  }

  private boolean change(int depth, Object at, Change change) {
    String step = steps.get(depth);
    boolean isLast = depth == steps.size() - 1;
    if (step.startsWith("[")) {
      if (!(at instanceof List<?> list) || child(at, step) == null) {
        return false;
      }
      @SuppressWarnings("unchecked")
      List<Object> items = (List<Object>) list;
      int index = index(step);
      if (isLast) {
        items.set(index, change.of(items.get(index)));
        return true;
      }
      return change(depth + 1, items.get(index), change);
    }
    if (!(at instanceof Map<?, ?> map)) {
      return false;
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> entries = (Map<String, Object>) map;
    Object old = entries.getOrDefault(step, "");
    if (isLast) {
      entries.put(step, change.of(old));
      return true;
    }
    Object below = old.equals("") && isKey(steps.get(depth + 1)) ? new LinkedHashMap<>() : old;
    entries.put(step, below);
    return change(depth + 1, below, change);
  }

  private Optional<Object> without(Object at, int depth) {
    if (depth == steps.size()) {
      return Optional.empty();
    }
    String step = steps.get(depth);
    Object child = child(at, step);
    Optional<Object> left = child == null ? Optional.empty() : without(child, depth + 1);
    if (at instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list);
      left.ifPresentOrElse(value -> items.set(index(step), value), () -> items.remove(index(step)));
      return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    ((Map<?, ?>) at).forEach((key, value) -> entries.put(String.valueOf(key), value));
    left.ifPresentOrElse(value -> entries.put(step, value), () -> entries.remove(step));
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }

  private static @Nullable Object child(@Nullable Object at, String step) {
    if (isKey(step)) {
      return at instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return at instanceof List<?> list && index(step) >= 0 && index(step) < list.size()
        ? list.get(index(step))
        : null;
  }

  static boolean isKey(String step) {
    return !step.startsWith("[");
  }

  /** Of {@code [3]}; -1 for anything else. */
  static int index(String step) {
    return step.matches("\\[\\d{1,6}\\]")
        ? Integer.parseInt(step.substring(1, step.length() - 1))
        : -1;
  }
}
