// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.HebrewCalendar;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.dates.CalendarWords.Kind;

/**
 * Turns a day of another calendar into a Gregorian one. Islamic days are those of Umm al-Qura and
 * may be a day off from what a country observes.
 */
final class CalendarDays {
  private static final long UNIX_EPOCH_JULIAN_DAY = 2_440_588L;

  private CalendarDays() {}

  /** The Gregorian day, or null if the calendar has no such day. */
  static @Nullable LocalDate gregorian(int year, int month, int day, @Nullable Kind calendar) {
    try {
      if (calendar == Kind.ISLAMIC) {
        return year < 1300 || year > 1600 ? null : LocalDate.from(HijrahDate.of(year, month, day));
      }
      if (calendar == Kind.SOLAR) {
        return year < 1300 || year > 1500 ? null : day(year, month - 1, day, "fa@calendar=persian");
      }
      if (calendar == Kind.ETHIOPIC) {
        return day(year, month - 1, day, "am@calendar=ethiopic");
      }
      if (calendar == Kind.HEBREW) {
        return year < 5_700 || year > 5_900 ? null : hebrew(year, month - 1, day);
      }
      // Quirk: Thai pages count from the Buddha: 2567 is 2024.
      return LocalDate.of(year > 2500 && year < 2700 ? year - 543 : year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Months are numbered from Tishri; the sixth, Adar I, is there in leap years only. */
  private static @Nullable LocalDate hebrew(int year, int month, int day) {
    boolean isLeapYear = (7 * year + 1) % 19 < 7;
    int there = month == HebrewCalendar.ADAR_1 && !isLeapYear ? HebrewCalendar.ADAR : month;
    return day(year, there, day, "he@calendar=hebrew");
  }

  private static @Nullable LocalDate day(int year, int month, int day, String calendar) {
    Calendar days = Calendar.getInstance(new ULocale(calendar));
    days.clear();
    days.set(Calendar.YEAR, year);
    days.set(Calendar.MONTH, month);
    days.set(Calendar.DAY_OF_MONTH, day);
    LocalDate date = LocalDate.ofEpochDay(days.get(Calendar.JULIAN_DAY) - UNIX_EPOCH_JULIAN_DAY);
    return days.get(Calendar.DAY_OF_MONTH) == day ? date : null;
  }
}
