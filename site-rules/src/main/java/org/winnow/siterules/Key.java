// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of the language.
 *
 * @param name as it is written
 * @param shape what its value looks like
 * @param nature what becomes of it in a rule that extends another
 * @param choices the values that it may have, for a choice
 * @param below the keys of its value, for a mapping or a list of mappings
 * @param about one sentence for the reference
 * @param example what stands in a rule, below {@code version} and {@code site}
 */
record Key(
    String name,
    Shape shape,
    Nature nature,
    List<String> choices,
    @Nullable Keys below,
    String about,
    String example) {

  /** What a value looks like. */
  enum Shape {
    BOOLEAN,
    NUMBER,
    TEXT,
    /** A text that may be empty. */
    ANY_TEXT,
    TEXTS,
    CHOICE,
    CHOICES,
    DURATION,
    SELECTORS,
    VALUES,
    MAPPING,
    MAPPINGS,
    /** Mappings, each of which may be a text for short. */
    MAPPINGS_OR_TEXTS
  }

  /** What becomes of a value in a rule that extends another. */
  enum Nature {
    /** The rule's own value replaces the inherited one; of a mapping, key by key. */
    CHOOSES,
    /** Lists add up, the inherited items first. */
    ADDS,
    /** It is never inherited. */
    OWN
  }

  /** A key whose value replaces the inherited one. */
  static Key of(String name, Shape shape, String about, String example) {
    return new Key(name, shape, Nature.CHOOSES, List.of(), null, about, example);
  }

  /** A key with a fixed set of values. */
  static Key choice(String name, List<String> choices, String about, String example) {
    return new Key(name, Shape.CHOICE, Nature.CHOOSES, choices, null, about, example);
  }

  /** A key that has others below it. */
  static Key mapping(String name, Keys below, String about, String example) {
    return new Key(name, Shape.MAPPING, Nature.CHOOSES, List.of(), below, about, example);
  }

  /** A key with a list of mappings. */
  static Key mappings(String name, Keys below, String about, String example) {
    return new Key(name, Shape.MAPPINGS, Nature.CHOOSES, List.of(), below, about, example);
  }

  /** A key with a list of mappings, each of which may be a text for short. */
  static Key mappingsOrTexts(String name, Keys below, String about, String example) {
    return new Key(name, Shape.MAPPINGS_OR_TEXTS, Nature.CHOOSES, List.of(), below, about, example);
  }

  /** The same key, its lists adding up. */
  Key adding() {
    return new Key(name, shape, Nature.ADDS, choices, below, about, example);
  }

  /** The same key, not inherited. */
  Key own() {
    return new Key(name, shape, Nature.OWN, choices, below, about, example);
  }
}
