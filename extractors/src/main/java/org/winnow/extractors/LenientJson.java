// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that stands in web pages: with comments, control characters in strings, trailing
 * commas, inside HTML comments, cut off in the middle. What comes before the first error is kept.
 * Never throws; depth, size and count are bounded.
 */
final class LenientJson {
  private static final int MAX_CHARS = 2_000_000;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_TOKENS = 200_000;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2_000)
                  .maxStringLength(MAX_CHARS)
                  .build())
          .build();

  private final JsonParser parser;
  private int tokens;

  private LenientJson(JsonParser parser) {
    this.parser = parser;
  }

  /** The values that stand one after another in that text; empty if there is none. */
  static ArrayNode read(String text) {
    ArrayNode roots = JsonNodeFactory.instance.arrayNode();
    int start = firstBracket(text);
    if (start < 0 || text.length() > MAX_CHARS) {
      return roots;
    }
    try (JsonParser parser = FACTORY.createParser(text.substring(start))) {
      LenientJson json = new LenientJson(parser);
      for (JsonToken token = json.next(); token != null; token = json.next()) {
        json.addTo(roots, token, 0);
      }
    } catch (IOException e) {
      return roots; // Quirk: broken JSON-LD is common; what was read before the break is used.
    }
    return roots;
  }

  private static int firstBracket(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '{' || text.charAt(i) == '[') {
        // <![CDATA[ opens with a bracket too
        if (!text.startsWith("[CDATA[", i)) {
          return i;
        }
        i += "[CDATA[".length() - 1;
      }
    }
    return -1;
  }

  private @Nullable JsonToken next() throws IOException {
    return ++tokens > MAX_TOKENS ? null : parser.nextToken();
  }

  private void addTo(ArrayNode array, JsonToken token, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      parser.skipChildren();
    } else if (token == JsonToken.START_OBJECT) {
      fill(array.addObject(), depth + 1);
    } else if (token == JsonToken.START_ARRAY) {
      fill(array.addArray(), depth + 1);
    } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      array.add(parser.getText());
    }
  }

  private void fill(ArrayNode array, int depth) throws IOException {
    for (JsonToken token = next(); token != null && token != JsonToken.END_ARRAY; token = next()) {
      addTo(array, token, depth);
    }
  }

  private void fill(ObjectNode object, int depth) throws IOException {
    for (JsonToken token = next(); token != null && token != JsonToken.END_OBJECT; token = next()) {
      if (token != JsonToken.FIELD_NAME) {
        continue;
      }
      String name = parser.currentName();
      JsonToken value = next();
      if (value == null) {
        return;
      }
      if (depth > MAX_DEPTH) {
        parser.skipChildren();
      } else if (value == JsonToken.START_OBJECT) {
        ObjectNode child = JsonNodeFactory.instance.objectNode();
        object.set(name, child);
        fill(child, depth + 1);
      } else if (value == JsonToken.START_ARRAY) {
        ArrayNode child = JsonNodeFactory.instance.arrayNode();
        object.set(name, child);
        fill(child, depth + 1);
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        object.put(name, parser.getText());
      }
    }
  }
}
