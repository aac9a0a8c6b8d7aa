// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.CalendarWords.Kind;

/**
 * Turns a day of another calendar into a Gregorian one. Islamic days are those of Umm al-Qura and
 * may be a day off from what a country observes.
 */
final class CalendarDays {
  private CalendarDays() {}

  /** The Gregorian day, or null if the calendar has no such day. */
  static @Nullable LocalDate gregorian(int year, int month, int day, @Nullable Kind calendar) {
    try {
      if (calendar == Kind.ISLAMIC) {
        return year < 1300 || year > 1600 ? null : LocalDate.from(HijrahDate.of(year, month, day));
      }
      if (calendar == Kind.SOLAR) {
        Calendar persian = Calendar.getInstance(new ULocale("fa@calendar=persian"));
        persian.set(year, month - 1, day);
        return LocalDate.ofEpochDay(persian.get(Calendar.JULIAN_DAY) - 2_440_588L);
      }
      // Quirk: Thai pages count from the Buddha: 2567 is 2024.
      return LocalDate.of(year > 2500 && year < 2700 ? year - 543 : year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
