// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.siterules.ValueReader.Use;
import org.winnow.siterules.YamlNode.Scalar;

/** Reads {@code extract}. */
final class ExtractReader {
  private final SelectorReader selectors;
  private final ValueReader values;

  ExtractReader(SelectorReader selectors) {
    this.selectors = selectors;
    this.values = new ValueReader(selectors);
  }

  ExtractRule read(Section section) {
    return new ExtractRule(
        values.values(section, "title", Use.TEXT),
        values.values(section, "subtitle", Use.TEXT),
        values.values(section, "author", Use.TEXT),
        values.values(section, "date", Use.DATE),
        selectors.selectors(section, "body"),
        values.values(section, "nextPage", Use.LINK),
        values.values(section, "fullPage", Use.LINK),
        section.section("clean", Keys.CLEAN).map(ExtractReader::clean).orElse(List.of()),
        section.field("htmlReplace").map(ExtractReader::replacements).orElse(List.of()),
        section.choice("jsonld").orElse("use").equals("use"));
  }

  private static List<CleanRule> clean(Section section) {
    List<CleanRule> clean = new ArrayList<>();
    for (String field : Keys.CLEAN.names()) {
      for (Field item : section.items(field)) {
        LineRegex.search(item)
            .ifPresent(regex -> clean.add(new CleanRule(field, regex, item.mark())));
      }
    }
    return clean;
  }

  private static List<HtmlReplacement> replacements(Field field) {
    List<HtmlReplacement> replacements = new ArrayList<>();
    for (Section item : field.sections(Keys.REPLACEMENT)) {
      if (item.has("find") == item.has("regex")) {
        item.problem("wants either find or regex");
        continue;
      }
      Optional<String> with = item.field("with").flatMap(ExtractReader::replacement);
      if (!item.has("with")) {
        item.problem("wants with, the text that takes its place");
      } else if (with.isPresent() && item.has("find")) {
        item.text("find")
            .map(text -> Pattern.compile(Pattern.quote(text)))
            .ifPresent(
                regex ->
                    replacements.add(
                        new HtmlReplacement(
                            regex, Matcher.quoteReplacement(with.get()), item.mark())));
      } else if (with.isPresent()) {
        Optional<Pattern> regex = item.field("regex").flatMap(LineRegex::search);
        regex
            .filter(pattern -> isReplacement(pattern, with.get(), item))
            .ifPresent(
                pattern -> replacements.add(new HtmlReplacement(pattern, with.get(), item.mark())));
      }
    }
    return replacements;
  }

  /** The text, which may be empty. */
  private static Optional<String> replacement(Field field) {
    return field.node() instanceof Scalar scalar && !scalar.isPlain()
        ? Optional.of(scalar.value())
        : field.text();
  }

  /** Whether the groups that the replacement names are there. */
  private static boolean isReplacement(Pattern pattern, String with, Section item) {
    for (int i = with.indexOf('$'); i >= 0; i = with.indexOf('$', i + 1)) {
      boolean isEscaped = i > 0 && with.charAt(i - 1) == '\\';
      int group = i + 1 < with.length() ? Character.digit(with.charAt(i + 1), 10) : -1;
      if (!isEscaped && (group < 0 || group > pattern.groupCount())) {
        item.field("with")
            .ifPresent(
                field ->
                    field.problem(
                        "names a group that the regular expression has not; write \\$ for a"
                            + " dollar"));
        return false;
      }
    }
    return true;
  }
}
