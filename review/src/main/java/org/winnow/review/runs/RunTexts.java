// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.schedule.ScheduledRun;
import org.winnow.review.Frame;
import org.winnow.siterules.ScheduleRule;

/** How runs and schedules are put in words; for the templates. */
public final class RunTexts {
  private static final DateTimeFormatter IN_ZONE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx");

  private RunTexts() {}

  public static String state(Frame frame, ScheduledRun run) {
    return frame.text("runs.state." + run.state().name().toLowerCase(Locale.ROOT));
  }

  public static String cause(Frame frame, ScheduledRun run) {
    return frame.text("runs.cause." + run.cause().name().toLowerCase(Locale.ROOT));
  }

  /** The class that gives a state its colour; its words say the same. */
  public static String tone(ScheduledRun run) {
    return switch (run.state()) {
      case DONE, RUNNING -> "good";
      case FAILED -> "bad";
      case INTERRUPTED, STOPPED, CANCELLED -> "warn";
      case WAITING, SKIPPED -> "quiet";
    };
  }

  /** The time from one to the other: {@code 2:05:09}. */
  public static String span(@Nullable Instant from, @Nullable Instant to) {
    if (from == null || to == null) {
      return "";
    }
    Duration span = Duration.between(from, to);
    return "%d:%02d:%02d".formatted(span.toHours(), span.toMinutesPart(), span.toSecondsPart());
  }

  /** That instant in the zone of the schedule, with its offset. */
  public static String in(ZoneId zone, Instant instant) {
    return IN_ZONE.format(instant.atZone(zone));
  }

  /** The times of a schedule as its rule says them. */
  public static String times(ScheduleRule schedule) {
    return schedule.cron() == null
        ? String.valueOf(schedule.every()).substring(2).toLowerCase(Locale.ROOT)
        : schedule.cron();
  }

  /** With one digit. */
  public static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
