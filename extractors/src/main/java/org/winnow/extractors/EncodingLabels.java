// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The label table of the WHATWG Encoding Standard: what a page that says {@code latin1} or {@code
 * gb2312} is really written in. Labels for charsets that the Java runtime cannot decode are absent.
 */
final class EncodingLabels {
  private static final Map<String, Charset> CHARSETS = read();

  private EncodingLabels() {}

  /** The charset that a browser uses for that label; empty for a label that it does not know. */
  static Optional<Charset> charset(String label) {
    return Optional.ofNullable(CHARSETS.get(label.strip().toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Charset> read() {
    Map<String, Charset> charsets = new HashMap<>();
    try (InputStream stream =
            Objects.requireNonNull(EncodingLabels.class.getResourceAsStream("encodings.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        if (line.startsWith("#") || !Charset.isSupported(words[0])) {
          continue;
        }
        for (int i = 1; i < words.length; i++) {
          charsets.put(words[i], Charset.forName(words[0]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(charsets);
  }
}
