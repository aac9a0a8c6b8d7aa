// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.winnow.corpus.Url;

/**
 * What the addresses of one kind of page have in common: a site's calendar has one shape, however
 * many months it has. Numbers, slugs and tokens count as their kind, of a query only its names.
 */
final class UrlShapes {
  /** A step of this many words or more is a title. */
  private static final int SLUG_WORDS = 3;

  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_SHAPE = 300;

  // Deeper paths are made by relative links that add to each other; the deepest that news sites use
  // have about ten steps.
  private static final int MOST_STEPS = 20;

  // A path that has one name three times goes round in circles: /a/b/a/b/a/b.
  private static final int MOST_REPEATS = 2;

  private static final Pattern TRIPLET = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern TOKEN =
      Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9]{12,}|[0-9a-fA-F-]{16,}");

  private UrlShapes() {}

  /** The shape of that address, its host included. */
  static String of(Url url) {
    StringBuilder shape = new StringBuilder(family(url));
    url.query()
        .ifPresent(
            query ->
                shape
                    .append('?')
                    .append(
                        Arrays.stream(query.split("&", -1))
                            .map(pair -> DIGITS.matcher(pair.split("=", 2)[0]).replaceAll("0"))
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining("&"))));
    return shape.length() > LONGEST_SHAPE ? shape.substring(0, LONGEST_SHAPE) : shape.toString();
  }

  /** Its shape without the query: years, months and days of one calendar are one family. */
  static String family(Url url) {
    StringBuilder family = new StringBuilder(url.host());
    String last = "";
    for (String step : url.path().split("/", -1)) {
      String kind = step.isEmpty() ? "" : step(step);
      if (!kind.isEmpty() && !(kind.equals("0") && last.equals("0"))) {
        family.append('/').append(kind);
        last = kind;
      }
    }
    return family.toString();
  }

  /** Why that address alone shows that it leads nowhere, or empty. */
  static Optional<String> circle(Url url) {
    Map<String, Integer> names = new HashMap<>();
    int steps = 0;
    for (String step : url.path().split("/", -1)) {
      if (step.isEmpty()) {
        continue;
      }
      steps++;
      boolean isName = step.chars().anyMatch(Character::isLetter);
      if (isName && names.merge(step, 1, Integer::sum) > MOST_REPEATS) {
        return Optional.of("the path repeats " + step);
      }
    }
    return steps > MOST_STEPS ? Optional.of("the path has " + steps + " steps") : Optional.empty();
  }

  private static String step(String step) {
    String plain = TRIPLET.matcher(step).replaceAll("x");
    if (TOKEN.matcher(plain).matches()) {
      return "*";
    }
    if (plain.split("[-_]", -1).length >= SLUG_WORDS || plain.length() > LONGEST_WORD) {
      return "a-a";
    }
    return DIGITS.matcher(plain).replaceAll("0");
  }
}
