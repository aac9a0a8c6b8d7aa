// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that one mapping of a rule may have. Everything that names the language's keys reads
 * them from here.
 *
 * @param place where the mapping stands, {@code remove.lines[]}; empty for the rule itself
 * @param keys the keys, in the order of the reference
 */
record Keys(String place, List<Key> keys) {

  /** What a value looks like. */
  enum Shape {
    BOOLEAN,
    NUMBER,
    TEXT,
    TEXTS,
    CHOICE,
    CHOICES,
    SELECTORS,
    VALUES,
    MAPPING,
    MAPPINGS
  }

  /**
   * One key.
   *
   * @param choices the values that it may have, for a choice
   * @param about one sentence for the reference
   */
  record Key(String name, Shape shape, List<String> choices, String about) {
    Key(String name, Shape shape, String about) {
      this(name, shape, List.of(), about);
    }
  }

  static final Keys RULE =
      new Keys(
          "",
          List.of(
              new Key("version", Shape.NUMBER, "The version of the language: 1."),
              new Key("site", Shape.TEXT, "The site's address."),
              new Key("match", Shape.MAPPING, "Which pages the rule is for."),
              new Key("abstract", Shape.BOOLEAN, "Whether the rule is only for others to extend."),
              new Key("extends", Shape.TEXT, "The rule that this one continues, by name."),
              new Key(
                  "status",
                  Shape.CHOICE,
                  List.of("verified", "unverified"),
                  "Whether it was tried on real pages of the site."),
              new Key("extract", Shape.MAPPING, "Where the parts of an article are."),
              new Key("remove", Shape.MAPPING, "What does not belong to an article."),
              new Key("keep", Shape.SELECTORS, "Elements that no removal may take."),
              new Key("text", Shape.MAPPING, "How the text is normalised."),
              new Key("tests", Shape.MAPPINGS, "Stored pages and what their text must be.")));

  static final Keys MATCH =
      new Keys(
          "match",
          List.of(
              new Key(
                  "hosts",
                  Shape.TEXTS,
                  "Hosts, exact or *.example.org; the site's, with and without www, by default.")));

  static final Keys EXTRACT =
      new Keys(
          "extract",
          List.of(
              new Key("title", Shape.VALUES, "The headline."),
              new Key("subtitle", Shape.VALUES, "The kicker or sub-headline."),
              new Key("author", Shape.VALUES, "The byline."),
              new Key("date", Shape.VALUES, "The date of publication."),
              new Key("body", Shape.SELECTORS, "The elements that hold the body."),
              new Key("nextPage", Shape.VALUES, "The address of the article's next page.")));

  static final Keys VALUE =
      new Keys(
          "extract.title",
          List.of(
              new Key("css", Shape.TEXT, "A CSS selector."),
              new Key("attr", Shape.TEXT, "The attribute to read instead of the text."),
              new Key("meta", Shape.TEXT, "The name, property or itemprop of a meta element."),
              new Key("jsonld", Shape.TEXT, "A field of the page's JSON-LD, by dotted path.")));

  static final Keys REMOVE =
      new Keys(
          "remove",
          List.of(
              new Key("presets", Shape.CHOICES, presetKeys(), "Kinds of boilerplate to remove."),
              new Key("selectors", Shape.SELECTORS, "Elements to remove."),
              new Key("names", Shape.TEXTS, "Ids and class names to remove, as whole tokens."),
              new Key("blocks", Shape.MAPPINGS, "Regions to remove, by heading."),
              new Key("cutAt", Shape.TEXTS, "The body ends before the block with this text."),
              new Key("lines", Shape.MAPPINGS, "Lines to remove.")));

  static final Keys BLOCK =
      new Keys(
          "remove.blocks[]",
          List.of(
              new Key("heading", Shape.TEXTS, "The text of the block that starts the region."),
              new Key(
                  "until",
                  Shape.CHOICE,
                  List.of("end", "blank", "heading"),
                  "Where the region ends; at the next heading by default.")));

  static final Keys LINE =
      new Keys(
          "remove.lines[]",
          List.of(
              new Key("equals", Shape.TEXT, "The text of the line; spelling variants are folded."),
              new Key("regex", Shape.TEXT, "A regular expression (RE2) for the whole line."),
              new Key(
                  "zone",
                  Shape.CHOICE,
                  List.of("head", "tail", "anywhere"),
                  "Where to look: before or after the prose, or anywhere.")));

  static final Keys TEXT =
      new Keys(
          "text",
          List.of(
              new Key("tatweel", Shape.CHOICE, List.of("keep", "runs", "drop"), "U+0640."),
              new Key("diacritics", Shape.CHOICE, List.of("keep", "drop"), "Arabic vowel marks."),
              new Key("digits", Shape.CHOICE, List.of("keep", "latin"), "Arabic-Indic digits."),
              new Key("quotes", Shape.CHOICE, List.of("keep", "straight"), "Quotation marks.")));

  static final Keys TEST =
      new Keys(
          "tests[]",
          List.of(
              new Key("page", Shape.TEXT, "The page's file, relative to the rule's folder."),
              new Key("url", Shape.TEXT, "The page's address."),
              new Key("gold", Shape.TEXT, "The file that the text must equal."),
              new Key("contains", Shape.TEXTS, "What the text must contain."),
              new Key("absent", Shape.TEXTS, "What it must not contain.")));

  /** Every mapping of the language. */
  static final List<Keys> ALL =
      List.of(RULE, MATCH, EXTRACT, VALUE, REMOVE, BLOCK, LINE, TEXT, TEST);

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  Key key(String name) {
    return keys.stream()
        .filter(key -> key.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(place + " has no key " + name));
  }

  /** What to say about a key that does not belong here. */
  String unknown(String name) {
    String said = "unknown key '" + name + "'";
    String suggestion = Suggestion.of(name, names());
    if (!suggestion.isEmpty()) {
      return said + suggestion;
    }
    for (Keys other : ALL) {
      if (other.names().contains(name)) {
        return said
            + " (it belongs "
            + (other.place.isEmpty() ? "at the top" : "under " + other.place)
            + ")";
      }
    }
    return said + "; known here: " + String.join(", ", names());
  }

  private static List<String> presetKeys() {
    List<String> keys = new ArrayList<>(List.of("all", "none"));
    Stream.of(Preset.values()).map(Preset::key).forEach(keys::add);
    return List.copyOf(keys);
  }
}
