// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one language's phrases; the head of {@code phrases/ar.txt} describes the format. */
final class PhraseFile {
  private static final String DATES = "dates";

  private final String language;
  private final DateWords dates;
  private final PhraseTrie lines;
  private final PhraseTrie openings;

  PhraseFile(String language, DateWords dates, PhraseTrie lines, PhraseTrie openings) {
    this.language = language;
    this.dates = dates;
    this.lines = lines;
    this.openings = openings;
  }

  /** Puts the bundled phrases of the language where they belong. */
  void read() {
    String name = "phrases/" + language + ".txt";
    try (InputStream stream = PhraseLists.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name);
      }
      read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private void read(BufferedReader reader) throws IOException {
    Preset preset = null;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("[")) {
        preset = presetOf(line.substring(1, line.length() - 1));
      } else if (!line.isBlank() && line.charAt(0) != '#') {
        add(preset, Phrase.Mode.of(line.charAt(0)), line.substring(1).split("\\|", -1));
      }
    }
  }

  private @Nullable Preset presetOf(String section) {
    if (section.equals(DATES)) {
      return null;
    }
    return Preset.ofKey(section)
        .orElseThrow(() -> new IllegalStateException(language + ": no preset " + section));
  }

  private void add(@Nullable Preset preset, Phrase.Mode mode, String[] phrases) {
    for (String text : phrases) {
      if (preset == null) {
        dates.add(MatchKey.of(text));
      } else {
        String name = language + "/" + preset.key() + " " + text.strip();
        (mode.isWholeLine() ? lines : openings).add(wordsOf(text), new Phrase(preset, mode, name));
      }
    }
  }

  /** The folded words of a phrase and its wildcards. */
  private List<String> wordsOf(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      if (word.equals("*") || word.equals("#") || word.equals("@")) {
        words.add(word);
      } else {
        words.addAll(Words.of(MatchKey.of(word)));
      }
    }
    if (words.isEmpty() || words.equals(List.of("*"))) {
      throw new IllegalStateException(language + ": no words in phrase '" + text + "'");
    }
    return words;
  }
}
