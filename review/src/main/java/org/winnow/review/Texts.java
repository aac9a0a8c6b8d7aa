// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the interface in one language. The part of a key before its first dot names the
 * feature, whose texts stand in {@code <feature>_<language>.properties} (UTF-8); with values they
 * are ICU messages, so that {@code {0, plural, …}} works in Arabic. Safe for use by several
 * threads.
 */
public final class Texts {

  /** The languages of the interface; the first one where nothing else is known. */
  public static final List<String> LANGUAGES = List.of("en", "ar");

  private static final Map<String, Texts> ALL =
      Map.of("en", new Texts("en"), "ar", new Texts("ar"));

  private final String language;
  private final ULocale locale;
  private final Map<String, Properties> features = new ConcurrentHashMap<>();

  private Texts(String language) {
    this.language = language;
    // Digits as in the data around them: addresses, dates, identifiers.
    this.locale = ULocale.forLanguageTag(language + "-u-nu-latn");
  }

  /** The texts in that language, or in English if there are none. */
  public static Texts of(@Nullable String language) {
    Texts texts = language == null ? null : ALL.get(language);
    return texts == null ? of(LANGUAGES.get(0)) : texts;
  }

  /** The first language that a browser asks for ({@code Accept-Language}) and that there is. */
  static String preferred(@Nullable String accepted) {
    if (accepted != null && accepted.length() < 1000) {
      try {
        List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
        String found = Locale.lookupTag(ranges, LANGUAGES);
        return found == null ? LANGUAGES.get(0) : found;
      } catch (IllegalArgumentException malformed) {
        return LANGUAGES.get(0);
      }
    }
    return LANGUAGES.get(0);
  }

  public String language() {
    return language;
  }

  /** {@code rtl} or {@code ltr}. */
  public String direction() {
    return locale.isRightToLeft() ? "rtl" : "ltr";
  }

  /**
   * The text with that key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String text(String key, Object... values) {
    String text = feature(key.substring(0, key.indexOf('.'))).getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  /** A whole number with separators. */
  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  private Properties feature(String feature) {
    return features.computeIfAbsent(feature, name -> load(name, language));
  }

  private static Properties load(String feature, String language) {
    Properties texts = new Properties();
    String file = feature + "_" + language + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no texts " + file);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }
}
