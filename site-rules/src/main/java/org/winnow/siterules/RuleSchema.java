// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (draft 2020-12) of one document of a rule file, for editors. It is made from the
 * same keys as the reader, and takes every rule that the reader takes; what only the reader can
 * tell (whether a selector compiles, whether a host is claimed twice) it lets pass.
 */
public final class RuleSchema {
  private static final String NOT_BLANK = "\\S";
  private static final String WHOLE_NUMBER = "^-?[0-9]{1,9}$";
  private static final String TIME_SPAN = "^[0-9]{1,9} ?(ms|s|m|h|d)$";

  private RuleSchema() {}

  /** The schema, always the same text. */
  public static String json() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Winnow site rule");
    schema.put("description", "How one website becomes clean text.");
    schema.putAll(object(Keys.RULE));
    schema.put("required", List.of("version"));
    schema.put(
        "anyOf",
        List.of(
            of("required", List.of("site")),
            of("required", List.of("abstract"), "properties", of("abstract", of("const", true)))));
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (Keys keys : Keys.ALL) {
      if (!isRule(keys)) {
        definitions.put(name(keys), object(keys));
      }
    }
    schema.put("$defs", definitions);
    return JsonText.of(schema);
  }

  private static Map<String, Object> object(Keys keys) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key key : keys.keys()) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", key.about());
      property.putAll(isRule(keys) && key.name().equals("version") ? version() : value(key));
      properties.put(key.name(), property);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("additionalProperties", false);
    object.put("properties", properties);
    return object;
  }

  private static boolean isRule(Keys keys) {
    return keys.place().isEmpty();
  }

  private static Map<String, Object> version() {
    return of("enum", List.of(1, "1"));
  }

  private static Map<String, Object> value(Key key) {
    return switch (key.shape()) {
      case BOOLEAN -> of("type", "boolean");
      case NUMBER -> of("type", List.of("integer", "string"), "pattern", WHOLE_NUMBER);
      case TEXT -> text();
      case ANY_TEXT -> of("type", List.of("string", "number", "boolean"));
      case TEXTS -> oneOrMore(text());
      case CHOICE -> {
        Map<String, Object> choice = of("enum", key.choices());
        yield key.below() == null ? choice : any(choice, reference(key.below()));
      }
      case CHOICES -> oneOrMore(of("enum", key.choices()));
      case DURATION -> of("type", "string", "pattern", TIME_SPAN);
      case SELECTORS -> oneOrMore(any(text(), reference(Keys.SELECTOR)));
      case VALUES -> oneOrMore(any(text(), reference(Keys.VALUE)));
      case MAPPING ->
          key.below() == null
              ? of("type", "object", "additionalProperties", text())
              : reference(key.below());
      case MAPPINGS -> oneOrMore(below(key));
      case MAPPINGS_OR_TEXTS -> oneOrMore(any(text(), below(key)));
    };
  }

  private static Map<String, Object> below(Key key) {
    Keys below = key.below();
    if (below == null) {
      throw new IllegalStateException("nothing is known below " + key.name());
    }
    return reference(below);
  }

  /** A text: numbers and booleans of YAML are texts too, but it is not blank. */
  private static Map<String, Object> text() {
    return of("type", List.of("string", "number", "boolean"), "pattern", NOT_BLANK);
  }

  private static Map<String, Object> oneOrMore(Map<String, Object> item) {
    return any(item, of("type", "array", "items", item));
  }

  private static Map<String, Object> any(Map<String, Object> one, Map<String, Object> other) {
    return of("anyOf", List.of(one, other));
  }

  private static Map<String, Object> reference(Keys keys) {
    return of("$ref", "#/$defs/" + name(keys));
  }

  private static String name(Keys keys) {
    return keys.place().replace("[]", "");
  }

  private static Map<String, Object> of(String key, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }

  private static Map<String, Object> of(String key, Object value, String other, Object more) {
    Map<String, Object> map = of(key, value);
    map.put(other, more);
    return map;
  }
}
