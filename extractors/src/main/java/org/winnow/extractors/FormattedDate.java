// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Published;
import org.winnow.extractors.dates.DateRange;
import org.winnow.extractors.dates.PublishedDates;
import org.winnow.siterules.ValueForm;

/** Reads a date as a rule says that it is written. */
final class FormattedDate {
  private FormattedDate() {}

  /** The date in that text, or null if there is none. */
  static @Nullable Published read(String text, ValueForm form, FetchedPage page) {
    Published date = form.format() == null ? found(text, form, page) : parsed(text, form);
    return date != null && new DateRange(page.fetched()).contains(date.date()) ? date : null;
  }

  private static @Nullable Published found(String text, ValueForm form, FetchedPage page) {
    Instant fetched = page.fetched();
    String tag = form.locale() == null ? "" : form.locale().toLanguageTag();
    return PublishedDates.parse(text, fetched, tag, form.timezone()).orElse(null);
  }

  private static @Nullable Published parsed(String text, ValueForm form) {
    if (form.format() == null) {
      return null;
    }
    try {
      TemporalAccessor parsed =
          form.format()
              .parseBest(
                  text,
                  ZonedDateTime::from,
                  OffsetDateTime::from,
                  LocalDateTime::from,
                  LocalDate::from);
      return published(parsed, form.timezone());
    } catch (DateTimeException e) {
      return null; // another alternative may have the date
    }
  }

  private static Published published(TemporalAccessor parsed, @Nullable ZoneId zone) {
    if (parsed instanceof ZonedDateTime time) {
      return new Published(time.toLocalDate(), time.toOffsetDateTime());
    }
    if (parsed instanceof OffsetDateTime time) {
      return new Published(time.toLocalDate(), time);
    }
    if (parsed instanceof LocalDateTime time) {
      Published local = new Published(time.toLocalDate(), null, time.toLocalTime());
      return zone == null ? local : local.at(zone);
    }
    return new Published(LocalDate.from(parsed), null);
  }
}
