// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.siterules.YamlNode.Mapping;
import org.winnow.siterules.YamlNode.Scalar;
import org.winnow.siterules.YamlNode.Sequence;

/** The JSON that an editor makes of a YAML document before it asks the schema. */
final class SchemaInstance {
  private SchemaInstance() {}

  static String json(YamlNode node) {
    return JsonText.of(value(node));
  }

  private static Object value(YamlNode node) {
    if (node instanceof Mapping mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> map.put(entry.key(), value(entry.value())));
      return map;
    }
    if (node instanceof Sequence sequence) {
      List<Object> list = new ArrayList<>();
      sequence.items().forEach(item -> list.add(value(item)));
      return list;
    }
    return scalar((Scalar) node);
  }

  /** By YAML's core schema. */
  private static Object scalar(Scalar scalar) {
    String text = scalar.value();
    if (scalar.isNull()) {
      return new Nothing();
    }
    if (!scalar.isPlain()) {
      return text;
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("-?(0|[1-9][0-9]{0,8})(\\.[0-9]+)?")
        ? new java.math.BigDecimal(text)
        : text;
  }

  /** Written as a list with nothing in it, which no key takes for a value of another kind. */
  private static final class Nothing {
    @Override
    public String toString() {
      return "";
    }
  }
}
