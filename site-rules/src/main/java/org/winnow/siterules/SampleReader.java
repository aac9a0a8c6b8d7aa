// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.corpus.Url;

/** Reads {@code tests}. */
final class SampleReader {
  private static final int MOST_WORDS = 1_000_000;

  List<SampleTest> read(Field field) {
    List<SampleTest> tests = new ArrayList<>();
    for (Section test : field.sections(Keys.TEST)) {
      if (!test.has("page")) {
        test.problem("wants a page");
      }
      test.field("url")
          .ifPresent(
              url ->
                  url.text()
                      .filter(text -> Url.parse(text).isEmpty())
                      .ifPresent(text -> url.problem("'" + text + "' is not an http(s) address")));
      Optional<String> page = file(test, "page");
      Optional<String> gold = file(test, "gold");
      Optional<Section> words = test.section("words", Keys.WORDS);
      int least = words.flatMap(section -> number(section, "min")).orElse(0);
      int most = words.flatMap(section -> number(section, "max")).orElse(MOST_WORDS);
      if (least > most) {
        words.ifPresent(section -> section.problem("min is more than max"));
      }
      page.ifPresent(
          name ->
              tests.add(
                  new SampleTest(
                      name,
                      test.text("url").orElse(null),
                      gold.orElse(null),
                      test.texts("contains"),
                      test.texts("absent"),
                      least,
                      most,
                      test.mark())));
    }
    return tests;
  }

  private static Optional<Integer> number(Section words, String key) {
    return words.field(key).flatMap(field -> Quantity.number(field, 0, MOST_WORDS));
  }

  private static Optional<String> file(Section test, String key) {
    Optional<String> name = test.text(key);
    boolean leavesFolder =
        name.isPresent() && (name.get().startsWith("/") || name.get().contains(".."));
    if (leavesFolder) {
      test.field(key).ifPresent(field -> field.problem("lies outside of the rule's folder"));
      return Optional.empty();
    }
    return name;
  }
}
