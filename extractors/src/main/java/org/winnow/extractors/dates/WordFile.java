// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Lists of words beside the classes: a kind, a value, then words separated by {@code |}; {@code #}
 * opens a comment.
 *
 * @param kind what the words are
 * @param value what they mean
 * @param words the words, as they are written
 */
record WordFile(String kind, String value, List<String> words) {

  /** The lines of that list, in order. */
  static List<WordFile> read(String name) {
    try (InputStream in = Objects.requireNonNull(WordFile.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .map(parts -> new WordFile(parts[0], parts[1], List.of(parts[2].split("\\|", -1))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
