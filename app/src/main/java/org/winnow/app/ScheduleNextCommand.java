// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.schedule.NominalTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Says when a cron line comes due. */
@Command(
    name = "next",
    description = {
      "Prints the next times of a cron line, in UTC and in its zone.",
      "",
      "A time that the clocks leave out in spring is the first moment after the gap; one that comes",
      "twice in autumn is the first of both."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow schedule next --cron '0 6 * * 1-5'",
      "  winnow schedule next --cron '15 0 * * *' --zone Africa/Cairo --from 2026-04-23T00:00:00Z"
    })
final class ScheduleNextCommand implements Callable<Integer> {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm xxx", Locale.ROOT);

  private final Terminal terminal;
  private final Clock clock;

  @Option(
      names = "--cron",
      paramLabel = "LINE",
      required = true,
      description = "Minute, hour, day of the month, month, day of the week.")
  private String cron = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone, as Asia/Dubai; UTC if left out.")
  private String zone = "UTC";

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "From when on, as 2026-01-31T00:00:00Z; now if left out.")
  private @Nullable String from;

  @Option(names = "--count", paramLabel = "N", description = "How many; 5 if left out.")
  private int count = 5;

  ScheduleNextCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (count < 1) {
      throw new UserError("--count " + count + ": at least one");
    }
    ZoneId zoneId = zone();
    times(zoneId)
        .from(start())
        .limit(count)
        .forEach(time -> terminal.out().println(time + "  " + LOCAL.format(time.atZone(zoneId))));
    return ExitCode.OK;
  }

  private NominalTimes times(ZoneId zoneId) {
    try {
      return NominalTimes.cron(cron, zoneId);
    } catch (IllegalArgumentException wrong) {
      throw new UserError("--cron: '" + cron + "': " + wrong.getMessage());
    }
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException wrong) {
      throw new UserError("--zone: '" + zone + "' is not a time zone; write it like Asia/Dubai");
    }
  }

  private Instant start() {
    try {
      return from == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : Instant.parse(from);
    } catch (DateTimeException wrong) {
      throw new UserError(
          "--from: '" + from + "' is not an instant; write it like 2026-01-31T00:00:00Z");
    }
  }
}
