// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;
import org.winnow.siterules.ScheduleRule;

/**
 * The instants at which a schedule wants a run, whenever it then starts. The same for every process
 * and after every restart, so that a run can be named by its instant. Immutable.
 *
 * <p>A time of day that the clocks leave out (spring) is the first instant after the gap; several
 * of them are that one instant. A time of day that comes twice (autumn) is the first of both.
 * cron-utils, Quartz and Spring all leave out the whole day of a gap, so cron-utils is only asked
 * about local time here, which has neither gaps nor repeats.
 */
public final class NominalTimes {
  private static final CronParser CRON =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final Step step;

  /** The next instant after another one, or none for ever. */
  private interface Step {
    Optional<Instant> after(Instant instant);
  }

  private NominalTimes(Step step) {
    this.step = step;
  }

  /** The times of that schedule; none for one without {@code cron} and {@code every}. */
  public static NominalTimes of(ScheduleRule schedule) {
    if (schedule.cron() != null) {
      return cron(schedule.cron(), schedule.timezone());
    }
    return schedule.every() == null
        ? new NominalTimes(instant -> Optional.empty())
        : every(schedule.every());
  }

  /**
   * The times of a cron line of five fields, in a zone.
   *
   * @throws IllegalArgumentException if it is no such line
   */
  public static NominalTimes cron(String line, ZoneId zone) {
    ExecutionTime times = ExecutionTime.forCron(CRON.parse(line));
    return new NominalTimes(instant -> next(times, zone, instant));
  }

  /** The whole multiples of that span since 1970-01-01T00:00Z. */
  public static NominalTimes every(Duration span) {
    long millis = span.toMillis();
    return new NominalTimes(
        instant ->
            Optional.of(
                Instant.ofEpochMilli(
                    (Math.floorDiv(instant.toEpochMilli(), millis) + 1) * millis)));
  }

  /** The first time after that instant; empty if there is none any more. */
  public Optional<Instant> after(Instant instant) {
    return step.after(instant);
  }

  /** All times after that instant, in order. */
  public Stream<Instant> from(Instant instant) {
    return Stream.iterate(after(instant), Optional::isPresent, last -> last.flatMap(this::after))
        .flatMap(Optional::stream);
  }

  private static Optional<Instant> next(ExecutionTime times, ZoneId zone, Instant after) {
    LocalDateTime local = LocalDateTime.ofInstant(after, zone);
    while (true) {
      Optional<ZonedDateTime> slot = times.nextExecution(local.atZone(ZoneOffset.UTC));
      if (slot.isEmpty()) {
        return Optional.empty();
      }
      local = slot.get().toLocalDateTime();
      Instant instant = instantOf(local, zone);
      if (instant.isAfter(after)) {
        return Optional.of(instant);
      }
    }
  }

  private static Instant instantOf(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change == null) {
      return local.atZone(zone).toInstant();
    }
    return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
  }
}
