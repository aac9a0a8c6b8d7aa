// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500KB}, {@code 20MB}, {@code 2GB}; a number alone is bytes. */
final class ByteSize implements ITypeConverter<Long> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*([kKmMgG]?[bB])?");
  private static final Map<String, Long> UNITS =
      Map.of("b", 1L, "kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30);

  @Override
  public Long convert(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new TypeConversionException("'" + text + "' is not a size; write it like 20MB");
    }
    String unit = parts.group(2) == null ? "b" : parts.group(2).toLowerCase(Locale.ROOT);
    return Long.parseLong(parts.group(1)) * UNITS.getOrDefault(unit, 1L);
  }
}
