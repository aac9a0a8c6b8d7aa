// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.siterules.YamlNode.Mapping;
import org.winnow.siterules.YamlNode.Scalar;
import org.winnow.siterules.YamlNode.Sequence;

/**
 * One value of a rule on its way into a record: its path, and where its problems go. Whatever is
 * asked of a value of the wrong kind is recorded as a problem and answered with nothing.
 */
record Field(YamlNode node, String path, Problems problems) {

  Mark mark() {
    return node.mark();
  }

  void problem(String message) {
    problems.add(node.mark(), path, message);
  }

  /** The text, or empty; numbers and booleans count as texts. */
  Optional<String> text() {
    return text("a text");
  }

  private Optional<String> text(String wanted) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      if (!scalar.value().isBlank()) {
        return Optional.of(scalar.value());
      }
      problem("is empty; " + wanted + " is wanted here");
    } else {
      refuse(wanted);
    }
    return Optional.empty();
  }

  /** True or false, or empty. */
  Optional<Boolean> bool() {
    if (node instanceof Scalar scalar && scalar.isPlain()) {
      if (scalar.value().equals("true")) {
        return Optional.of(true);
      }
      if (scalar.value().equals("false")) {
        return Optional.of(false);
      }
    }
    refuse("true or false");
    return Optional.empty();
  }

  /** One of the values that the key may have, or empty. */
  Optional<String> choice(List<String> choices) {
    Optional<String> text = text("one of " + String.join(", ", choices));
    if (text.isPresent() && !choices.contains(text.get())) {
      problem(notOneOf(text.get(), choices));
      return Optional.empty();
    }
    return text;
  }

  static String notOneOf(String text, List<String> choices) {
    return "'"
        + text
        + "' is not one of "
        + String.join(", ", choices)
        + Suggestion.of(text, choices);
  }

  /** The items of a list; a value that is no list is a list of one. */
  List<Field> items() {
    if (!(node instanceof Sequence sequence)) {
      return List.of(this);
    }
    List<Field> items = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      items.add(new Field(sequence.items().get(i), path + "[" + i + "]", problems));
    }
    return items;
  }

  /** The texts of a list, or a single text as a list of one. */
  List<String> texts() {
    return items().stream().flatMap(item -> item.text().stream()).toList();
  }

  /** The mapping with those keys, or empty. */
  Optional<Section> section(Keys keys) {
    if (node instanceof Mapping mapping) {
      return Optional.of(Section.of(mapping, keys, path, problems));
    }
    refuse("a mapping with " + String.join(", ", keys.names()));
    return Optional.empty();
  }

  /** The mappings of a list of such; a single mapping is a list of one. */
  List<Section> sections(Keys keys) {
    return items().stream().flatMap(item -> item.section(keys).stream()).toList();
  }

  private void refuse(String wanted) {
    if (node instanceof Scalar scalar && scalar.isNull()) {
      String comment = scalar.comment();
      problem(
          comment == null
              ? "has no value; " + wanted + " is wanted here"
              : "has no value, because # begins a comment; put it in quotes: '" + comment + "'");
    } else {
      problem("is " + node.kind() + "; " + wanted + " is wanted here" + unquoted(node));
    }
  }

  /** Quirk: {@code [itemprop=x]} without quotes is a YAML list with the text {@code itemprop=x}. */
  static String unquoted(YamlNode node) {
    return node instanceof Sequence list
            && list.isFlow()
            && list.items().size() == 1
            && list.items().get(0) instanceof Scalar only
            && only.isPlain()
            && only.value().indexOf('=') > 0
            && only.value().indexOf('[') < 0
        ? "; [" + only.value() + "] without quotes is a list, write '[" + only.value() + "]'"
        : "";
  }
}
