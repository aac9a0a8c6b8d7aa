// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what is wrong with the syntax of a rule file, and what to do about it. */
final class YamlErrors {
  private YamlErrors() {}

  /**
   * What to say about an error.
   *
   * @param line the line that it was found in
   * @param column where in the line, from 1
   */
  static String explained(MarkedYamlEngineException e, String line, int column) {
    String problem = e.getProblem() == null ? String.valueOf(e.getMessage()) : e.getProblem();
    int at = Math.min(column - 1, line.length());
    if (indentation(line).contains("\t")) {
      return "is indented with a tab; YAML indents with spaces";
    }
    if (problem.contains("cannot start any token")) {
      return "a value cannot begin with '"
          + line.substring(at, Math.min(line.length(), at + 1))
          + "'; put it in quotes";
    }
    if (String.valueOf(e.getContext()).contains("alias")) {
      return "a value that begins with '*' is a YAML alias; put it in quotes";
    }
    if (problem.startsWith("expected <block end>")) {
      return "stands out of line; the keys of one mapping begin in the same column";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a second ': ' in one line; put the text in quotes";
    }
    return problem + inContext(e);
  }

  private static String indentation(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  private static String inContext(MarkedYamlEngineException e) {
    String context = e.getContext();
    return context == null || e.getContextMark().isEmpty()
        ? ""
        : " (" + context + " that begins in line " + (e.getContextMark().get().getLine() + 1) + ")";
  }
}
