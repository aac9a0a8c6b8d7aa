// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a text that was found for a value.
 *
 * @param after only what stands behind this text counts, or null; a value without it is none
 * @param before only what stands before this text counts, or null; a value without it is none
 * @param format how a date is written, or null where it is to be found out
 * @param locale the language and region of a date, or null
 * @param timezone the zone of a time without an offset, or null
 */
public record ValueForm(
    @Nullable String after,
    @Nullable String before,
    @Nullable DateTimeFormatter format,
    @Nullable Locale locale,
    @Nullable ZoneId timezone) {

  /** The text as it was found. */
  public static final ValueForm PLAIN = new ValueForm(null, null, null, null, null);
}
