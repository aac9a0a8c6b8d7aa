// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.winnow.siterules.ScheduleRule;
import org.winnow.siterules.ScheduleRule.Window;

/** When the run of a nominal instant may start: after its jitter, within the schedule's window. */
public final class StartTime {
  private StartTime() {}

  /**
   * The first instant at which it may start. The jitter is drawn from the site's name and the
   * nominal instant, so that it is the same wherever it is asked for.
   */
  public static Instant of(ScheduleRule schedule, String site, Instant nominal) {
    Instant start = nominal.plus(jitter(schedule.jitter(), site, nominal));
    Window window = schedule.window();
    if (window == null) {
      return start;
    }
    ZonedDateTime local = start.atZone(schedule.timezone());
    if (contains(window, local.toLocalTime())) {
      return start;
    }
    ZonedDateTime opening = local.with(window.from());
    return (opening.isBefore(local) ? opening.plusDays(1).with(window.from()) : opening)
        .toInstant();
  }

  private static Duration jitter(Duration most, String site, Instant nominal) {
    long millis = most.toMillis();
    if (millis == 0) {
      return Duration.ZERO;
    }
    byte[] seed = (site + " " + nominal.toEpochMilli()).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed);
      return Duration.ofMillis(Math.floorMod(ByteBuffer.wrap(digest).getLong(), millis));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean contains(Window window, LocalTime time) {
    boolean isAfterFrom = !time.isBefore(window.from());
    boolean isBeforeTo = time.isBefore(window.to());
    return window.from().isBefore(window.to())
        ? isAfterFrom && isBeforeTo
        : isAfterFrom || isBeforeTo;
  }
}
