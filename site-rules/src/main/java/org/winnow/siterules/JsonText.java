// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings, numbers and booleans as indented JSON, in their own order. */
final class JsonText {
  private final StringBuilder json = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText text = new JsonText();
    text.write(value, "");
    return text.json.append('\n').toString();
  }

  private void write(Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      writeAll(map.entrySet().iterator(), '{', '}', indent);
    } else if (value instanceof List<?> list && isFlat(list)) {
      writeFlat(list);
    } else if (value instanceof List<?> list) {
      writeAll(list.iterator(), '[', ']', indent);
    } else if (value instanceof Number || value instanceof Boolean) {
      json.append(value);
    } else {
      quote(value.toString());
    }
  }

  private static boolean isFlat(List<?> list) {
    return list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
  }

  private void writeFlat(List<?> list) {
    json.append('[');
    for (int i = 0; i < list.size(); i++) {
      json.append(i == 0 ? "" : ", ");
      write(list.get(i), "");
    }
    json.append(']');
  }

  private void writeAll(Iterator<?> items, char begin, char end, String indent) {
    json.append(begin);
    String inner = indent + "  ";
    String separator = "\n";
    while (items.hasNext()) {
      json.append(separator).append(inner);
      separator = ",\n";
      Object item = items.next();
      if (item instanceof Map.Entry<?, ?> entry) {
        quote(entry.getKey().toString());
        json.append(": ");
        write(entry.getValue(), inner);
      } else {
        write(item, inner);
      }
    }
    json.append(separator.equals("\n") ? "" : "\n" + indent).append(end);
  }

  private void quote(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        default -> {
          if (c < ' ') {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
