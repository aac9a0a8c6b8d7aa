// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares answers with the schemas of an OpenAPI description, as far as that one uses them. */
final class JsonShape {
  /** What this class heeds, or what says nothing about an answer's shape. */
  private static final Set<String> KNOWN =
      Set.of(
          "$ref",
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "anyOf",
          "description",
          "format",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "maxLength",
          "pattern");

  private final JsonNode description;

  JsonShape(JsonNode description) {
    this.description = description;
  }

  /** What the answer has that its schema does not allow. */
  List<String> problems(String reference, JsonNode answer) {
    List<String> problems = new ArrayList<>();
    check(resolve(reference), answer, "$", problems);
    return problems;
  }

  private JsonNode resolve(String reference) {
    JsonNode schema = description.at(reference.substring(1));
    if (schema.isMissingNode()) {
      throw new AssertionError("no schema " + reference);
    }
    return schema;
  }

  private void check(JsonNode schema, JsonNode value, String place, List<String> problems) {
    schema
        .properties()
        .forEach(
            key -> {
              if (!KNOWN.contains(key.getKey())) {
                throw new AssertionError("schema key " + key.getKey());
              }
            });
    if (schema.has("$ref")) {
      check(resolve(schema.path("$ref").asText()), value, place, problems);
      return;
    }
    if (schema.has("anyOf")) {
      if (!fitsAny(schema.path("anyOf"), value, place)) {
        problems.add(place + ": fits none of " + schema.path("anyOf"));
      }
      return;
    }
    if (schema.has("type") && !hasType(schema.path("type"), value)) {
      problems.add(place + ": " + value + " is no " + schema.path("type"));
    }
    if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      problems.add(place + ": " + value + " is none of " + schema.path("enum"));
    }
    if (value.isObject()) {
      checkObject(schema, value, place, problems);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      check(schema.path("items"), value.get(i), place + "[" + i + "]", problems);
    }
  }

  private void checkObject(JsonNode schema, JsonNode value, String place, List<String> problems) {
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    value
        .properties()
        .forEach(
            entry -> {
              JsonNode property = schema.path("properties").path(entry.getKey());
              if (property.isMissingNode()) {
                problems.add(place + ": unknown " + entry.getKey());
              } else {
                check(property, entry.getValue(), place + "." + entry.getKey(), problems);
              }
              required.remove(entry.getKey());
            });
    required.forEach(name -> problems.add(place + ": no " + name));
  }

  private boolean fitsAny(JsonNode schemas, JsonNode value, String place) {
    for (JsonNode schema : schemas) {
      List<String> problems = new ArrayList<>();
      check(schema, value, place, problems);
      if (problems.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode each : values) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasType(JsonNode types, JsonNode value) {
    if (types.isArray()) {
      for (JsonNode type : types) {
        if (hasType(type, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (types.asText()) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "null" -> value.isNull();
      default -> throw new AssertionError(types.asText());
    };
  }
}
