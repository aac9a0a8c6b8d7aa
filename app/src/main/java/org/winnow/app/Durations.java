// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code 500ms}, {@code 2s}, {@code 1.5s}, {@code 1m}, {@code 2h}, {@code 3d}; a number alone
 * is seconds.
 */
final class Durations implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m|h|d)?");

  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  @Override
  public Duration convert(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new TypeConversionException("'" + text + "' is not a time; write it like 500ms or 2s");
    }
    String unit = parts.group(2) == null ? "s" : parts.group(2);
    return Duration.ofMillis(
        Math.round(Double.parseDouble(parts.group(1)) * MILLIS.getOrDefault(unit, 0L)));
  }
}
