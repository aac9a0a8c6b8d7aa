// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.Map;

/**
 * One value of a rule that is made.
 *
 * @param section the mapping that it stands in, {@code extract}; empty for the rule itself
 * @param key the key; several entries of one key are a list
 * @param value the value
 */
record RuleEntry(String section, String key, Value value) {

  /** A value. */
  sealed interface Value {
    /** As it would be written, about. */
    String words();
  }

  record Text(String text) implements Value {
    @Override
    public String words() {
      return text;
    }
  }

  record Fields(Map<String, String> fields) implements Value {
    @Override
    public String words() {
      return fields.toString();
    }
  }

  RuleEntry(String section, String key, String text) {
    this(section, key, new Text(text));
  }

  RuleEntry(String section, String key, Map<String, String> fields) {
    this(section, key, new Fields(fields));
  }

  /** {@code extract.body}. */
  String path() {
    return section.isEmpty() ? key : section + "." + key;
  }
}
