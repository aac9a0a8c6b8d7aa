// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the five fields of a cron line: numbers, names, ranges, lists and steps. */
final class CronFields {
  private static final Pattern PART =
      Pattern.compile("(\\*|([0-9]{1,2}|[a-z]{3})(?:-([0-9]{1,2}|[a-z]{3}))?)(?:/([0-9]{1,2}))?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private static final List<Unit> UNITS =
      List.of(
          new Unit("minute", 0, 59, List.of()),
          new Unit("hour", 0, 23, List.of()),
          new Unit("day of the month", 1, 31, List.of()),
          new Unit("month", 1, 12, MONTHS),
          new Unit("day of the week", 0, 7, DAYS));

  private CronFields() {}

  private record Unit(String name, int least, int most, List<String> names) {

    /** The number of a name or number, or -1. */
    int number(String text) {
      int number =
          Character.isDigit(text.charAt(0))
              ? Integer.parseInt(text)
              : names.contains(text) ? names.indexOf(text) + least : -1;
      return number < least || number > most ? -1 : number;
    }
  }

  /** What is wrong with that line, or empty. */
  static Optional<String> problemWith(String cron) {
    String[] fields = cron.strip().split("\\s+", -1);
    if (fields.length != UNITS.size()) {
      return Optional.of(
          "has "
              + fields.length
              + " fields; cron has five: minute, hour, day of the month, month, day of the week");
    }
    for (int i = 0; i < fields.length; i++) {
      for (String part : fields[i].toLowerCase(Locale.ROOT).split(",", -1)) {
        if (!isPart(part, UNITS.get(i))) {
          Unit unit = UNITS.get(i);
          return Optional.of(
              "has '%s' as %s; write * or %d to %d, also 1-5, 1,2 and */2"
                  .formatted(part, unit.name(), unit.least(), unit.most()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPart(String part, Unit unit) {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      return false;
    }
    boolean hasStep = matcher.group(4) == null || Integer.parseInt(matcher.group(4)) > 0;
    if (matcher.group(2) == null) {
      return hasStep;
    }
    int from = unit.number(matcher.group(2));
    int to = matcher.group(3) == null ? from : unit.number(matcher.group(3));
    return hasStep && from >= 0 && to >= from;
  }
}
