// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of a YAML document, with its place. */
sealed interface YamlNode {

  /** Where it begins. */
  Mark mark();

  /** What it is, in words for the user. */
  String kind();

  /**
   * A text, number, boolean or nothing.
   *
   * @param isPlain whether it stands without quotes
   * @param comment the comment that follows on the same line, with its {@code #}, or null
   */
  record Scalar(String value, boolean isPlain, @Nullable String comment, Mark mark)
      implements YamlNode {

    boolean isNull() {
      return isPlain && (value.isEmpty() || value.equals("null") || value.equals("~"));
    }

    @Override
    public String kind() {
      return isNull() ? "nothing" : "the text '" + value + "'";
    }
  }

  /**
   * A list.
   *
   * @param isFlow whether it is written in brackets
   */
  record Sequence(List<YamlNode> items, boolean isFlow, Mark mark) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with their values, no key twice. */
  record Mapping(List<Entry> entries, Mark mark) implements YamlNode {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** One key with its value. */
  record Entry(String key, Mark mark, YamlNode value) {}
}
