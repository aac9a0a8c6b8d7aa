// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What stands joined to the beginning of words, from {@code search-prefixes.tsv}. */
final class SearchPrefixes {
  /** A shorter rest is more often a part of the word itself. */
  private static final int SHORTEST_REST = 3;

  private static final Map<Character.UnicodeScript, SearchPrefixes> BY_SCRIPT = read();

  private final List<String> articles = new ArrayList<>();
  private final List<String> all = new ArrayList<>();

  private SearchPrefixes() {}

  /** A folded word in every form in which it may begin. */
  static Set<String> forms(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(word);
    SearchPrefixes prefixes = BY_SCRIPT.get(Character.UnicodeScript.of(word.codePointAt(0)));
    if (prefixes != null) {
      String bare = prefixes.bare(word);
      forms.add(bare);
      prefixes.all.forEach(prefix -> forms.add(prefix + bare));
    }
    return forms;
  }

  private String bare(String word) {
    return articles.stream()
        .filter(article -> word.startsWith(article))
        .filter(article -> word.length() - article.length() >= SHORTEST_REST)
        .max(Comparator.comparingInt(String::length))
        .map(article -> word.substring(article.length()))
        .orElse(word);
  }

  private static Map<Character.UnicodeScript, SearchPrefixes> read() {
    Map<Character.UnicodeScript, SearchPrefixes> prefixes = new TreeMap<>();
    try (InputStream in = SearchPrefixes.class.getResourceAsStream("search-prefixes.tsv")) {
      String lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : lines.lines().filter(text -> !text.startsWith("#")).toList()) {
        String[] parts = line.split("\t", -1);
        SearchPrefixes script =
            prefixes.computeIfAbsent(
                Character.UnicodeScript.forName(parts[0]), name -> new SearchPrefixes());
        List<String> words = List.of(parts[2].toLowerCase(Locale.ROOT).split(" ", -1));
        script.all.addAll(words);
        if (parts[1].equals("article")) {
          script.articles.addAll(words);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return prefixes;
  }
}
