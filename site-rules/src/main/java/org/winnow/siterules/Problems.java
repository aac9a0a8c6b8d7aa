// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that was found wrong, in the order of finding, each once. */
final class Problems {
  /** Whoever has more will not read them. */
  private static final int MOST = 200;

  private final Set<RuleProblem> problems = new LinkedHashSet<>();

  void add(Mark mark, String path, String message) {
    if (problems.size() < MOST) {
      problems.add(new RuleProblem(mark, path, message));
    }
  }

  void addAll(Problems others) {
    others.problems.forEach(each -> add(each.mark(), each.path(), each.message()));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  List<RuleProblem> list() {
    return List.copyOf(problems);
  }
}
