// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.winnow.siterules.YamlSpan.Kind;

/**
 * Changes the text of one document by its spans. What comes of it is to be read back: {@link
 * RulePatch} does.
 */
final class YamlEdit {
  private final YamlText text;
  private final YamlSpan root;

  YamlEdit(String text, YamlSpan root) {
    this.text = new YamlText(text);
    this.root = root;
  }

  /** What is to be written: a value, or a list with that value. */
  private record Leaf(Object value, boolean isList) {
    String block() {
      return value instanceof Map<?, ?> map ? braces(map) : YamlScalar.of(String.valueOf(value));
    }

    String flow() {
      String one =
          value instanceof Map<?, ?> map ? braces(map) : YamlScalar.inBraces(String.valueOf(value));
      return isList ? "[ " + one + " ]" : one;
    }

    private static String braces(Map<?, ?> map) {
      return map.entrySet().stream()
          .map(each -> each.getKey() + ": " + YamlScalar.inBraces(String.valueOf(each.getValue())))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
  }

  /**
   * How far a path leads.
   *
   * @param containers what it passes through, from the root
   * @param indexes the entry of each that it takes
   * @param end what it ends at
   * @param isInFlow whether that stands in brackets
   */
  private record Walk(
      List<YamlSpan> containers, List<Integer> indexes, YamlSpan end, boolean isInFlow) {
    int depth() {
      return containers.size();
    }

    YamlSpan parent() {
      return containers.get(depth() - 1);
    }

    int index() {
      return indexes.get(depth() - 1);
    }
  }

  private Walk walk(List<String> steps) {
    List<YamlSpan> containers = new ArrayList<>();
    List<Integer> indexes = new ArrayList<>();
    YamlSpan at = root;
    boolean isInFlow = false;
    for (String step : steps) {
      int index = at.kind() == Kind.SEQUENCE ? PlainYaml.index(step) : at.indexOf(step);
      if (index < 0 || index >= at.items().size()) {
        break;
      }
      isInFlow |= at.isFlow();
      containers.add(at);
      indexes.add(index);
      at = at.items().get(index);
    }
    return new Walk(containers, indexes, at, isInFlow);
  }

  Optional<String> set(List<String> steps, String value) {
    Walk walk = walk(steps);
    Leaf leaf = new Leaf(value, false);
    if (walk.depth() < steps.size()) {
      return insert(walk, steps.subList(walk.depth(), steps.size()), leaf);
    }
    String written = walk.isInFlow() ? leaf.flow() : leaf.block();
    YamlSpan old = walk.end();
    if (old.kind() == Kind.SCALAR || old.isFlow()) {
      String space = old.start() == old.end() ? " " : "";
      return text.replaced(old.start(), old.end(), space + written);
    }
    if (walk.parent().kind() != Kind.MAPPING) {
      return Optional.empty();
    }
    int colon = text.value().indexOf(':', walk.parent().keys().get(walk.index()).end()) + 1;
    String bare = text.withoutLines(old.start(), old.end());
    return text.lineStart(old.start()) > colon
        ? new YamlText(bare).replaced(colon, colon, " " + written)
        : Optional.empty();
  }

  Optional<String> add(List<String> steps, Object item) {
    Walk walk = walk(steps);
    Leaf leaf = new Leaf(item, true);
    YamlSpan old = walk.end();
    if (walk.depth() < steps.size() || old.isNull()) {
      return insert(walk, steps.subList(walk.depth(), steps.size()), leaf);
    }
    if (old.kind() == Kind.SEQUENCE) {
      return append(old, leaf);
    }
    if (old.kind() == Kind.SCALAR || old.isFlow()) {
      boolean isVerbatim = !old.isPlain() && text.isOneLine(old);
      String first = isVerbatim ? text.of(old) : YamlScalar.inBraces(old.value());
      return text.replaced(old.start(), old.end(), "[ " + first + ", " + leaf.flow().substring(2));
    }
    String indent = " ".repeat(text.column(old.start()));
    int end = text.lineEnd(old.end());
    String items = "- " + text.value().substring(old.start(), end).replace("\n", "\n  ");
    return text.replaced(old.start(), end, items + text.newline() + indent + "- " + leaf.block());
  }

  private Optional<String> append(YamlSpan list, Leaf leaf) {
    if (list.items().isEmpty()) {
      return text.replaced(list.start(), list.end(), leaf.flow());
    }
    int end = list.items().get(list.items().size() - 1).end();
    if (list.isFlow()) {
      String flow = leaf.flow();
      return text.replaced(end, end, ", " + flow.substring(2, flow.length() - 2));
    }
    return text.insertedLines(
        end, List.of(" ".repeat(text.column(list.start())) + "- " + leaf.block()));
  }

  /** Writes keys that are not there. */
  private Optional<String> insert(Walk walk, List<String> keys, Leaf leaf) {
    YamlSpan at = walk.end();
    if (at.isNull() && walk.depth() > 0 && walk.parent().kind() == Kind.MAPPING) {
      YamlSpan key = walk.parent().keys().get(walk.index());
      if (walk.isInFlow() || at.start() < at.end()) {
        String space = at.start() < at.end() ? "" : " ";
        return text.replaced(at.start(), at.end(), space + flow(keys, leaf));
      }
      int indent = text.column(key.start()) + step();
      return text.insertedLines(at.end(), lines(keys, leaf, indent));
    }
    if (at.kind() != Kind.MAPPING || keys.stream().anyMatch(key -> !PlainYaml.isKey(key))) {
      return Optional.empty();
    }
    if (at.items().isEmpty()) {
      return text.replaced(at.start(), at.end(), flow(keys, leaf));
    }
    if (at.isFlow()) {
      int end = entryEnd(at, at.items().size() - 1);
      String flow = flow(keys, leaf);
      return text.replaced(end, end, ", " + flow.substring(2, flow.length() - 2));
    }
    int before = walk.depth() == 0 ? before(keys.get(0)) : at.items().size() - 1;
    int indent = text.column(at.keys().get(0).start());
    return text.insertedLines(entryEnd(at, before), lines(keys, leaf, indent));
  }

  /** The last entry of the rule that comes before that key in the reference. */
  private int before(String key) {
    List<String> order = Keys.RULE.names();
    int before = 0;
    for (int i = 0; i < root.keys().size(); i++) {
      if (order.indexOf(root.keys().get(i).value()) < order.indexOf(key)) {
        before = i;
      }
    }
    return before;
  }

  private List<String> lines(List<String> keys, Leaf leaf, int indent) {
    List<String> lines = new ArrayList<>();
    int at = indent;
    for (int i = 0; i < keys.size(); i++) {
      boolean isValue = i == keys.size() - 1 && !leaf.isList();
      lines.add(" ".repeat(at) + keys.get(i) + ":" + (isValue ? " " + leaf.block() : ""));
      at += step();
    }
    if (leaf.isList()) {
      lines.add(" ".repeat(at) + "- " + leaf.block());
    }
    return lines;
  }

  private static String flow(List<String> keys, Leaf leaf) {
    String flow = leaf.flow();
    for (int i = keys.size() - 1; i >= 0; i--) {
      flow = "{ " + keys.get(i) + ": " + flow + " }";
    }
    return flow;
  }

  /** How far the rule's mappings are indented. */
  private int step() {
    for (YamlSpan value : root.items()) {
      if (value.kind() == Kind.MAPPING && !value.isFlow()) {
        int step = text.column(value.start()) - text.column(root.keys().get(0).start());
        return step > 0 ? step : 2;
      }
    }
    return 2;
  }

  Optional<String> remove(List<String> steps) {
    Walk walk = walk(steps);
    int depth = walk.depth() - 1;
    while (depth > 0 && walk.containers().get(depth).items().size() == 1) {
      depth--;
    }
    if (walk.depth() < steps.size() || walk.containers().get(depth).items().size() == 1) {
      return Optional.empty();
    }
    YamlSpan container = walk.containers().get(depth);
    int index = walk.indexes().get(depth);
    if (container.isFlow()) {
      return removeFromFlow(container, index);
    }
    int start =
        container.kind() == Kind.MAPPING ? entryStart(container, index) : dash(container, index);
    if (text.isBlankBefore(start)) {
      return Optional.of(text.withoutLines(start, entryEnd(container, index)));
    }
    // The first key of a mapping in a list stands behind the dash.
    return container.kind() == Kind.MAPPING && index == 0
        ? text.replacedWithoutComment(start, entryStart(container, 1))
        : Optional.empty();
  }

  private Optional<String> removeFromFlow(YamlSpan container, int index) {
    int start = entryStart(container, index);
    int end = entryEnd(container, index);
    boolean isLast = index == container.items().size() - 1;
    if (isLast) {
      return text.replacedWithoutComment(entryEnd(container, index - 1), end)
          .or(() -> text.replaced(start, end, ""));
    }
    int next = entryStart(container, index + 1);
    return text.replacedWithoutComment(start, next)
        .or(() -> text.replaced(start, text.skipTo(',', end) + 1, ""));
  }

  private int dash(YamlSpan list, int index) {
    return index == 0 ? list.start() : text.skipTo('-', list.items().get(index - 1).end());
  }

  private static int entryStart(YamlSpan container, int index) {
    return container.kind() == Kind.MAPPING
        ? container.keys().get(index).start()
        : container.items().get(index).start();
  }

  private static int entryEnd(YamlSpan container, int index) {
    int end = container.items().get(index).end();
    return container.kind() == Kind.MAPPING
        ? Math.max(end, container.keys().get(index).end())
        : end;
  }
}
