// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In which order a language writes the numbers of a date. */
enum FieldOrder {
  DAY_FIRST,
  MONTH_FIRST,
  YEAR_FIRST;

  /** Bounds the memory that pages with made-up tags can take. */
  private static final int MOST_TAGS = 1_000;

  private static final Map<String, FieldOrder> KNOWN = new ConcurrentHashMap<>();

  /**
   * The order of that BCP 47 tag, as CLDR has it. English without a region is written day first
   * nearly everywhere but in the United States, and an unknown language is taken to be so too.
   */
  static FieldOrder of(String tag) {
    if (tag.isEmpty() || tag.length() > 16 || tag.equals("en")) {
      return DAY_FIRST;
    }
    FieldOrder known = KNOWN.get(tag);
    if (known == null) {
      known = read(tag);
      if (KNOWN.size() < MOST_TAGS) {
        KNOWN.put(tag, known);
      }
    }
    return known;
  }

  private static FieldOrder read(String tag) {
    ULocale locale = ULocale.forLanguageTag(tag);
    if (locale.getLanguage().isEmpty()) {
      return DAY_FIRST;
    }
    DateFormat format = DateFormat.getDateInstance(DateFormat.SHORT, locale);
    String pattern = format instanceof SimpleDateFormat simple ? simple.toPattern() : "d/M/y";
    String lower = pattern.toLowerCase(Locale.ROOT);
    int day = lower.indexOf('d');
    int month = lower.indexOf('m');
    int year = lower.indexOf('y');
    if (year >= 0 && year < day && year < month) {
      return YEAR_FIRST;
    }
    return month < day ? MONTH_FIRST : DAY_FIRST;
  }
}
