// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what becomes of a value's text: {@code after, before, format, locale, timezone}. */
final class FormReader {
  private FormReader() {}

  static ValueForm read(Section section, ValueReader.Use use) {
    if (!use.isDate()) {
      for (String key : List.of("format", "locale", "timezone")) {
        section
            .field(key)
            .filter(field -> section.has(key))
            .ifPresent(field -> field.problem("goes only with extract.date"));
      }
    }
    Locale locale = section.field("locale").flatMap(FormReader::locale).orElse(null);
    ValueForm form =
        new ValueForm(
            section.text("after").orElse(null),
            section.text("before").orElse(null),
            section
                .field("format")
                .flatMap(field -> format(field, locale == null ? Locale.ROOT : locale))
                .orElse(null),
            locale,
            section.field("timezone").flatMap(Quantity::zone).orElse(null));
    return form.equals(ValueForm.PLAIN) ? ValueForm.PLAIN : form;
  }

  private static Optional<Locale> locale(Field field) {
    Optional<String> tag = field.text();
    try {
      return tag.map(text -> new Locale.Builder().setLanguageTag(text).build());
    } catch (IllformedLocaleException e) {
      field.problem("'" + tag.orElse("") + "' is not a BCP 47 tag; write ar, ar-LB or en-US");
      return Optional.empty();
    }
  }

  private static Optional<DateTimeFormatter> format(Field field, Locale locale) {
    Optional<String> pattern = field.text();
    try {
      return pattern.map(
          text ->
              new DateTimeFormatterBuilder()
                  .parseCaseInsensitive()
                  .appendPattern(text)
                  .toFormatter(locale));
    } catch (IllegalArgumentException e) {
      field.problem("'" + pattern.orElse("") + "' is not a date pattern: " + e.getMessage());
      return Optional.empty();
    }
  }
}
