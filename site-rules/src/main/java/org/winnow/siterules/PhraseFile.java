// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
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
      read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private void read(String content) {
    Preset preset = null;
    StringTokenizer rows = new StringTokenizer(content, "\n");
    while (rows.hasMoreTokens()) {
      String line = rows.nextToken();
      if (line.startsWith("[")) {
        preset = presetOf(line.substring(1, line.length() - 1));
      } else if (!line.isBlank() && line.charAt(0) != '#') {
        add(preset, Phrase.Mode.of(line.charAt(0)), line.substring(1));
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

  private void add(@Nullable Preset preset, Phrase.Mode mode, String phrases) {
    StringTokenizer tokens = new StringTokenizer(phrases, "|");
    while (tokens.hasMoreTokens()) {
      String text = tokens.nextToken().strip();
      if (preset == null) {
        dates.add(MatchKey.of(text));
      } else {
        PhraseTrie trie = mode.isWholeLine() ? lines : openings;
        trie.add(wordsOf(text), new Phrase(language, preset, mode, text));
      }
    }
  }

  /** The folded words of a phrase and its wildcards. */
  private static List<String> wordsOf(String text) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text);
    while (tokens.hasMoreTokens()) {
      String word = tokens.nextToken();
      if (word.equals("*") || word.equals("#") || word.equals("@")) {
        words.add(word);
      } else {
        words.addAll(Words.of(MatchKey.of(word)));
      }
    }
    return words;
  }
}
