// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a rule as YAML that a person can go on with: plain where YAML allows it, quoted where it
 * would read something else, letters of every script as they are. Not safe for several threads.
 *
 * <pre>
 * new RuleWriter().number("version", 1).text("site", "https://example.org/")
 *     .begin("extract").texts("body", List.of("#content")).end().toString()
 * </pre>
 */
public final class RuleWriter {
  private final StringBuilder yaml = new StringBuilder();
  private int depth;
  private int lines;

  /** A comment, one line of it for each line of the text. */
  public RuleWriter comment(String text) {
    text.lines().forEach(line -> line("# " + YamlScalar.printable(line).strip()));
    return this;
  }

  public RuleWriter blank() {
    yaml.append('\n');
    lines++;
    return this;
  }

  public RuleWriter number(String key, long value) {
    return line(key + ": " + value);
  }

  public RuleWriter flag(String key, boolean value) {
    return line(key + ": " + value);
  }

  public RuleWriter text(String key, String value) {
    return line(key + ": " + YamlScalar.of(value));
  }

  /** A list of texts, or the text alone if it is the only one. */
  public RuleWriter texts(String key, List<String> values) {
    if (values.size() == 1) {
      return text(key, values.get(0));
    }
    list(key);
    values.forEach(this::item);
    return this;
  }

  /** Begins a list; its items follow, and nothing ends it. */
  public RuleWriter list(String key) {
    return line(key + ":");
  }

  /** A text in a list. */
  public RuleWriter item(String value) {
    return line("  - " + YamlScalar.of(value));
  }

  /** A small mapping in a list, on one line. */
  public RuleWriter item(Map<String, String> mapping) {
    return line(
        mapping.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + YamlScalar.inBraces(entry.getValue()))
            .collect(Collectors.joining(", ", "  - { ", " }")));
  }

  /** A remark behind what was written last, on the same line. */
  public RuleWriter remark(String text) {
    yaml.setLength(yaml.length() - 1);
    yaml.append("   # ").append(YamlScalar.printable(text).strip().replace('\n', ' ')).append('\n');
    return this;
  }

  /** A small mapping, {@code fields("key", "value", "key", "value")}, in that order. */
  public static Map<String, String> fields(String... keysAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
      fields.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return fields;
  }

  /** Begins a mapping; what follows belongs to it until {@link #end}. */
  public RuleWriter begin(String key) {
    line(key + ":");
    depth++;
    return this;
  }

  public RuleWriter end() {
    depth--;
    return this;
  }

  /** How many lines there are. */
  public int lines() {
    return lines;
  }

  /** The rule so far. */
  @Override
  public String toString() {
    return yaml.toString();
  }

  private RuleWriter line(String line) {
    yaml.append("  ".repeat(depth)).append(line).append('\n');
    lines++;
    return this;
  }
}
