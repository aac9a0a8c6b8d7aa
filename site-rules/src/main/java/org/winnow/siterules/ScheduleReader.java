// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.siterules.ScheduleRule.Misfire;
import org.winnow.siterules.ScheduleRule.Overlap;
import org.winnow.siterules.ScheduleRule.Window;

/** Reads {@code schedule}. */
final class ScheduleReader {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Pattern WINDOW =
      Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])");

  private ScheduleReader() {}

  static ScheduleRule read(Section section) {
    if (section.has("cron") == section.has("every")) {
      section.problem("wants either cron or every");
    }
    Optional<Field> cron = section.field("cron");
    Optional<String> text = section.text("cron");
    text.flatMap(CronFields::problemWith)
        .ifPresent(
            problem ->
                cron.ifPresent(field -> field.problem("'" + text.orElse("") + "' " + problem)));
    return new ScheduleRule(
        text.orElse(null),
        section.field("every").flatMap(ScheduleReader::every).orElse(null),
        section.field("timezone").flatMap(Quantity::zone).orElse(ZoneOffset.UTC),
        section.field("jitter").flatMap(Quantity::duration).orElse(Duration.ZERO),
        section.choice("misfire", Misfire.class).orElse(Misfire.ONCE),
        section.choice("overlap", Overlap.class).orElse(Overlap.SKIP),
        section.field("window").flatMap(ScheduleReader::window).orElse(null),
        section.field("maxRuntime").flatMap(Quantity::duration).orElse(null));
  }

  private static Optional<Duration> every(Field field) {
    Optional<Duration> every = Quantity.duration(field);
    if (every.isPresent() && every.get().compareTo(SHORTEST) < 0) {
      field.problem("is less than a minute; write 1m or more");
      return Optional.empty();
    }
    return every;
  }

  private static Optional<Window> window(Field field) {
    Optional<String> text = field.text();
    Matcher matcher = WINDOW.matcher(text.orElse(""));
    if (matcher.matches()) {
      return Optional.of(
          new Window(
              LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))),
              LocalTime.of(
                  Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)))));
    }
    text.ifPresent(
        written -> field.problem("'" + written + "' is not a span of hours; write '22:00-06:00'"));
    return Optional.empty();
  }
}
