// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where a value of a YAML text begins and ends, comments and the end of its line left out.
 *
 * @param kind what it is
 * @param isFlow whether a list or mapping is written in brackets
 * @param isPlain whether a text stands without quotes
 * @param start its first character
 * @param end behind its last character; of a missing value the same as {@code start}
 * @param value the text of a scalar, else empty
 * @param keys the keys of a mapping, each with the value of the same place in {@code items}
 * @param items the values of a mapping or list
 */
record YamlSpan(
    Kind kind,
    boolean isFlow,
    boolean isPlain,
    int start,
    int end,
    String value,
    List<YamlSpan> keys,
    List<YamlSpan> items) {

  /** What a value is. */
  enum Kind {
    SCALAR,
    SEQUENCE,
    MAPPING
  }

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  /** The documents of a text that {@link YamlTree} has read without a problem. */
  static List<YamlSpan> documents(String text) {
    int[] offsets = offsets(text);
    List<YamlSpan> documents = new ArrayList<>();
    Deque<Open> open = new ArrayDeque<>();
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      if (event instanceof CollectionStartEvent start) {
        open.push(new Open(start, offset(event.getStartMark(), offsets)));
        continue;
      }
      Optional<YamlSpan> done = Optional.empty();
      if (event instanceof ScalarEvent scalar) {
        done = Optional.of(scalar(scalar, text, offsets));
      } else if (event instanceof CollectionEndEvent) {
        done = Optional.of(open.pop().closed(offset(event.getEndMark(), offsets)));
      }
      done.ifPresent(span -> (open.isEmpty() ? documents : open.element().children).add(span));
    }
    return documents;
  }

  /** The value of that key of a mapping, or -1. */
  int indexOf(String key) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).value.equals(key)) {
        return i;
      }
    }
    return -1;
  }

  boolean isNull() {
    return kind == Kind.SCALAR
        && isPlain
        && (value.isEmpty() || value.equals("null") || value.equals("~"));
  }

  /** What it says, however it is written: texts, lists and maps. */
  Object plain() {
    return switch (kind) {
      case SCALAR -> isNull() ? "" : value;
      case SEQUENCE -> new ArrayList<>(items.stream().map(YamlSpan::plain).toList());
      case MAPPING -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
          map.put(keys.get(i).value, items.get(i).plain());
        }
        yield map;
      }
    };
  }

  private record Open(CollectionStartEvent event, int start, List<YamlSpan> children) {
    private Open(CollectionStartEvent event, int start) {
      this(event, start, new ArrayList<>());
    }

    /** Quirk: what is not in brackets ends, for the parser, where the next thing begins. */
    private YamlSpan closed(int endOfEvent) {
      boolean isFlow = event.getFlowStyle() == FlowStyle.FLOW;
      int end = isFlow || children.isEmpty() ? endOfEvent : children.get(children.size() - 1).end;
      if (!(event instanceof MappingStartEvent)) {
        return new YamlSpan(Kind.SEQUENCE, isFlow, false, start, end, "", List.of(), children);
      }
      List<YamlSpan> keys = new ArrayList<>();
      List<YamlSpan> values = new ArrayList<>();
      for (int i = 0; i + 1 < children.size(); i += 2) {
        keys.add(children.get(i));
        values.add(children.get(i + 1));
      }
      return new YamlSpan(Kind.MAPPING, isFlow, false, start, end, "", keys, values);
    }
  }

  private static YamlSpan scalar(ScalarEvent event, String text, int[] offsets) {
    int start = offset(event.getStartMark(), offsets);
    int end = offset(event.getEndMark(), offsets);
    // Quirk: a text in block style ends, for the parser, behind the empty lines that follow.
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new YamlSpan(
        Kind.SCALAR, false, event.isPlain(), start, end, event.getValue(), List.of(), List.of());
  }

  private static int offset(Optional<Mark> mark, int[] offsets) {
    return offsets[mark.orElseThrow().getIndex()];
  }

  /** The place of each code point, by which the parser counts, in the text. */
  private static int[] offsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int offset = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = offset;
      offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 0;
    }
    return offsets;
  }
}
