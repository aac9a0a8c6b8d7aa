// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.winnow.siterules.YamlNode.Entry;
import org.winnow.siterules.YamlNode.Mapping;
import org.winnow.siterules.YamlNode.Scalar;
import org.winnow.siterules.YamlNode.Sequence;

/**
 * Builds the documents of a YAML text from the parser's events.
 *
 * <p>From events rather than from snakeyaml-engine's own nodes because its composer recurses: ten
 * thousand nested brackets overflow its stack. Here the depth is limited before anything nests.
 */
final class YamlTree {
  private static final int DEEPEST = 32;
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String file;
  private final List<String> lines;
  private final Problems problems;
  private final List<YamlNode> documents = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  /** A list or mapping whose end is still to come. */
  private static final class Open {
    private final CollectionStartEvent start;
    private final Mark mark;
    private final List<YamlNode> items = new ArrayList<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private @Nullable Scalar key;
    private boolean awaitsValue;

    private Open(CollectionStartEvent start, Mark mark) {
      this.start = start;
      this.mark = mark;
    }
  }

  private YamlTree(String file, String text, Problems problems) {
    this.file = file;
    this.lines = text.lines().toList();
    this.problems = problems;
  }

  /** The documents of that text; after an error in the syntax, those before it. */
  static List<YamlNode> documents(String file, String text, Problems problems) {
    YamlTree tree = new YamlTree(file, text, problems);
    try {
      for (Event event : new Parse(SETTINGS).parseString(text)) {
        if (!tree.take(event)) {
          break;
        }
      }
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().map(tree::mark).orElse(new Mark(file, 1, 1));
      problems.add(mark, "", YamlErrors.explained(e, tree.line(mark.line() - 1), mark.column()));
    } catch (YamlEngineException e) {
      problems.add(new Mark(file, 1, 1), "", "is not YAML: " + e.getMessage());
    }
    return tree.documents;
  }

  /** Takes up one event; false if the rest is not worth reading. */
  private boolean take(Event event) {
    if (event instanceof DocumentStartEvent) {
      open.clear();
    } else if (event instanceof NodeEvent node) {
      return takeNode(node);
    } else if (event instanceof CollectionEndEvent) {
      Open ended = open.pop();
      add(
          ended.start instanceof MappingStartEvent
              ? new Mapping(List.copyOf(ended.entries.values()), ended.mark)
              : new Sequence(
                  ended.items, ended.start.getFlowStyle() == FlowStyle.FLOW, ended.mark));
    }
    return true;
  }

  private boolean takeNode(NodeEvent event) {
    Mark mark = mark(event.getStartMark().orElseThrow());
    if (event instanceof AliasEvent alias) {
      String name = "*" + alias.getAlias();
      problems.add(mark, "", "'" + name + "' without quotes is a YAML alias; put it in quotes");
      add(new Scalar(name, false, null, mark));
    } else if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag().orElse(null), mark);
      add(new Scalar(scalar.getValue(), scalar.isPlain(), commentAfter(event), mark));
    } else if (event instanceof CollectionStartEvent start) {
      refuseTag(start.getTag().orElse(null), mark);
      if (open.size() == DEEPEST) {
        problems.add(mark, "", "is nested deeper than " + DEEPEST + " levels");
        return false;
      }
      open.push(new Open(start, mark));
    }
    return true;
  }

  private void refuseTag(@Nullable String tag, Mark mark) {
    if (tag != null) {
      problems.add(
          mark, "", "begins with '!', which without quotes is a YAML tag; put it in quotes");
    }
  }

  private void add(YamlNode node) {
    Open parent = open.peek();
    if (parent == null) {
      documents.add(node);
    } else if (!(parent.start instanceof MappingStartEvent)) {
      parent.items.add(node);
    } else if (!parent.awaitsValue) {
      parent.awaitsValue = true;
      parent.key = keyOf(node);
    } else {
      parent.awaitsValue = false;
      if (parent.key != null) {
        addEntry(parent, parent.key, node);
      }
    }
  }

  private @Nullable Scalar keyOf(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return scalar;
    }
    problems.add(node.mark(), "", "is " + node.kind() + " where a key is wanted");
    return null;
  }

  private void addEntry(Open parent, Scalar key, YamlNode value) {
    Entry first = parent.entries.get(key.value());
    if (first == null) {
      parent.entries.put(key.value(), new Entry(key.value(), key.mark(), value));
    } else {
      problems.add(
          key.mark(),
          "",
          "'" + key.value() + "' is given twice, first in line " + first.mark().line());
    }
  }

  /** The comment that stands where a value is missing: {@code body: #content}. */
  private @Nullable String commentAfter(NodeEvent event) {
    org.snakeyaml.engine.v2.exceptions.Mark start = event.getStartMark().orElseThrow();
    if (!(event instanceof ScalarEvent scalar) || !scalar.getValue().isEmpty()) {
      return null;
    }
    String line = line(start.getLine());
    int column =
        Math.min(
            line.length(),
            line.offsetByCodePoints(
                0, Math.min(start.getColumn(), line.codePointCount(0, line.length()))));
    String rest = line.substring(column).strip();
    return scalar.isPlain() && rest.startsWith("#") && rest.length() > 1 && rest.charAt(1) != ' '
        ? rest
        : null;
  }

  private String line(int number) {
    return number < lines.size() ? lines.get(number) : "";
  }

  private Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
    return new Mark(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
