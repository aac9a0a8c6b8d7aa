// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import java.util.Map;

/** The text of {@code docs/rule-reference.md}, made of the reader's own keys. */
final class RuleReference {
  /** What holds where a rule does not have the key, by the key's path. */
  static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("version", "none; every rule begins with it"),
          Map.entry("site", "none; only abstract rules have none"),
          Map.entry("abstract", "false"),
          Map.entry("status", "verified"),
          Map.entry("fallback", "none"),
          Map.entry("match.hosts", "the site's host, with and without www"),
          Map.entry("match.priority", "0"),
          Map.entry("discover.feeds", "those that the site's pages name"),
          Map.entry("discover.sitemaps", "those that robots.txt names"),
          Map.entry("discover.seeds", "the site's address"),
          Map.entry("discover.articles.allow", "every page"),
          Map.entry("discover.follow", "all links"),
          Map.entry("fetch.delay", "1s"),
          Map.entry("fetch.charset", "found by byte order mark, header, meta element, statistics"),
          Map.entry("fetch.robots", "obey"),
          Map.entry("fetch.render", "never"),
          Map.entry("schedule.timezone", "UTC"),
          Map.entry("schedule.misfire", "once"),
          Map.entry("schedule.overlap", "skip"),
          Map.entry("extract.title", "found without the rule"),
          Map.entry("extract.subtitle", "found without the rule"),
          Map.entry("extract.author", "found without the rule"),
          Map.entry("extract.date", "found without the rule"),
          Map.entry("extract.body", "found without the rule"),
          Map.entry("extract.nextPage", "found without the rule"),
          Map.entry("extract.jsonld", "use"),
          Map.entry("remove.presets", "all"),
          Map.entry("remove.blocks[].until", "heading"),
          Map.entry("remove.lines[].zone", "anywhere"),
          Map.entry("sections[].skip", "false"),
          Map.entry("text.tatweel", "keep"),
          Map.entry("text.diacritics", "keep"),
          Map.entry("text.digits", "keep"),
          Map.entry("text.quotes", "keep"),
          Map.entry("languages.alternates", "false"),
          Map.entry("quality.minWords", "0"),
          Map.entry("quality.pageType", "any"),
          Map.entry("output.file", "{site}/{date:yyyy}/{date:MM}/{slug}-{hash}.txt"),
          Map.entry("tests[].url", "the site's address"));

  private static final String INTRODUCTION =
      """
      # The rule language

      This page is made of the keys that the reader knows; `RuleReferenceTest` holds it equal to them
      and makes it anew with `-Dwinnow.update=true`. Do not edit it by hand.

      A rule describes one website. Two lines are enough to begin with, and `extract.body` is the
      natural third:

      ```yaml
      version: 1
      site: https://www.example.org/
      extract: { body: .article-text }
      ```

      An editor that knows JSON Schema checks a rule while you type if its first line is
      `# yaml-language-server: $schema=winnow-rule.schema.json`; `winnow rules schema` prints the
      schema. `winnow rules check` names every mistake, `winnow rules explain URL` shows which value
      comes from where, and `winnow rules test` tries a rule on its samples.

      ## The order of the stages

      The order is fixed, whatever the order of the keys in a file:

      1. rule by address (exact host, longest wildcard, `match.when`, none), layout by date and address
      2. charset (`fetch.charset`), `extract.htmlReplace`, parsing
      3. metadata and the single values of `extract`, on the untouched page
      4. `extract.body`, or `fallback`
      5. `keep`
      6. presets, `remove.selectors`, `remove.names`, `remove.blocks`, `remove.startAfter`,
         `remove.cutAt`, `remove.lines`
      7. the headline
      8. `text`
      9. `languages`
      10. `quality`
      11. `output`

      Presets, names and regions by heading are undone, with a warning, where they would take more than
      40 % of the body.

      ## Values

      - A *selector value* is a CSS selector with an optional `@attribute`, or a mapping with the keys
        of `extract.title`. A list has alternatives: the first one that is not empty wins.
      - A *time span* is a number with ms, s, m, h or d.
      - Phrases (headings, `cutAt`, `equals`) are compared with both sides folded: spelling variants,
        vowel marks, tatweel and trailing punctuation do not count. The text keeps its own spelling.
      - In a rule that extends another, a key *replaces* what is inherited or *adds* to it, as each key
        says; `reset` drops what is inherited.
      """;

  private RuleReference() {}

  static String markdown() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    for (Keys keys : Keys.ALL) {
      text.append("\n## ").append(title(keys)).append('\n');
      for (Key key : keys.keys()) {
        append(text, keys, key);
      }
    }
    return text.toString();
  }

  static String path(Keys keys, Key key) {
    return keys.place().isEmpty() ? key.name() : keys.place() + "." + key.name();
  }

  private static String title(Keys keys) {
    if (keys.place().isEmpty()) {
      return "The rule";
    }
    return keys.place().equals(Keys.VALUE.place())
        ? "A selector value (`extract.title` and the like)"
        : "`" + keys.place() + "`";
  }

  private static void append(StringBuilder text, Keys keys, Key key) {
    text.append("\n### `").append(path(keys, key)).append("`\n\n");
    text.append(key.about()).append("\n\n");
    text.append("- Type: ").append(type(key)).append('\n');
    String otherwise = DEFAULTS.get(path(keys, key));
    if (otherwise != null) {
      text.append("- Default: ").append(otherwise).append('\n');
    }
    text.append("- Inheritance: ").append(nature(key)).append('\n');
    if (!key.example().isEmpty()) {
      text.append("\n```yaml\nversion: 1\nsite: https://www.example.org/\n");
      text.append(key.example()).append("\n```\n");
    }
  }

  private static String type(Key key) {
    return switch (key.shape()) {
      case BOOLEAN -> "true or false";
      case NUMBER -> "a whole number";
      case TEXT -> "a text";
      case ANY_TEXT -> "a text, which may be empty";
      case TEXTS -> "a text, or a list of texts";
      case CHOICE ->
          "one of " + choices(key.choices()) + (key.below() == null ? "" : ", or a mapping");
      case CHOICES -> "one or a list of " + choices(key.choices());
      case DURATION -> "a time span";
      case SELECTORS -> "a CSS selector, a mapping with `css` or `xpath`, or a list of these";
      case VALUES -> "a selector value, or a list of alternatives";
      case MAPPING -> "a mapping";
      case MAPPINGS -> "a mapping, or a list of mappings";
      case MAPPINGS_OR_TEXTS -> "a CSS selector, a mapping, or a list of these";
    };
  }

  private static String choices(List<String> choices) {
    return "`" + String.join("`, `", choices) + "`";
  }

  private static String nature(Key key) {
    return switch (key.nature()) {
      case CHOOSES -> "replaces";
      case ADDS -> "adds";
      case OWN -> "never inherited";
    };
  }
}
