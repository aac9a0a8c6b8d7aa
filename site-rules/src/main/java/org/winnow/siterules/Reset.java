// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code reset}: the paths of what is inherited and does not hold. */
final class Reset {
  private Reset() {}

  /**
   * The paths, those that name nothing left out and made problems.
   *
   * @param within the keys of a rule that may be named, with all below them; empty for every key
   */
  static List<String> read(Section section, List<String> within) {
    if (!section.has("reset")) {
      return List.of();
    }
    List<String> known =
        Keys.RULE.inheritedPaths().stream()
            .filter(path -> within.isEmpty() || within.contains(first(path)))
            .toList();
    List<String> paths = new ArrayList<>();
    for (Field item : section.items("reset")) {
      item.text()
          .ifPresent(
              path -> {
                if (known.contains(path)) {
                  paths.add(path);
                } else {
                  item.problem(
                      "'"
                          + path
                          + "' is nothing that is inherited"
                          + Suggestion.of(path, known)
                          + "; write a key's path, as remove.lines");
                }
              });
    }
    return paths;
  }

  private static String first(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
