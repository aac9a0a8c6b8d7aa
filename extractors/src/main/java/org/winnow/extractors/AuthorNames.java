// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes names of what stands in a place for authors: without "By", without roles, two names apart.
 * What the words around names are says {@code author-words.txt}.
 */
final class AuthorNames {
  /** A text that is longer is a sentence; several names may fill one. */
  private static final int MAX_CHARS = 160;

  /** A name that is longer is a sentence. */
  private static final int MAX_NAME_CHARS = 60;

  private static final int MAX_NAME_WORDS = 6;

  private static final int MAX_PREFIX_WORDS = 4;

  private static final Map<String, Set<String>> WORDS = read();

  private AuthorNames() {}

  /** The names in these texts, each once, in their order. */
  static List<String> of(List<String> texts) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String text : texts) {
      for (String name : split(text)) {
        names.putIfAbsent(Headlines.key(name), name);
      }
    }
    return List.copyOf(names.values());
  }

  /** Whether a text is as long as a person's name and has no digits, as dates and counts have. */
  static boolean isPerson(String name) {
    String key = Headlines.key(name);
    return key.length() >= 3
        && name.length() <= MAX_NAME_CHARS
        && key.split(" ", -1).length <= MAX_NAME_WORDS
        && key.chars().noneMatch(Character::isDigit)
        && !is("label", key);
  }

  private static List<String> split(String text) {
    String plain = text.replace('\u00A0', ' ').replaceAll("\\s+", " ").strip();
    if (plain.isEmpty() || plain.length() > MAX_CHARS || isAddress(plain)) {
      return List.of();
    }
    String names = withoutPrefix(plain);
    List<String> parts = new ArrayList<>();
    for (String part : names.split("[;|•·،、/\\n]| [-–—] ", -1)) {
      parts.addAll(byComma(part.strip()));
    }
    List<String> found = new ArrayList<>();
    for (String part : parts) {
      byJoin(part).stream()
          .map(AuthorNames::clean)
          .filter(name -> !name.isEmpty() && !isRole(name) && !is("label", Headlines.key(name)))
          .forEach(found::add);
    }
    return found;
  }

  /** Quirk: some write the family name first, with a comma; a name of one word is no name. */
  private static List<String> byComma(String text) {
    String[] parts = text.split(",", -1);
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      String name = part.strip();
      boolean isWhole = name.indexOf(' ') > 0 || isRole(name) || name.isEmpty();
      if (!isWhole) {
        return List.of(text);
      }
      names.add(name);
    }
    return names;
  }

  /** Splits at "and" where both sides are whole names. */
  private static List<String> byJoin(String text) {
    String[] words = text.split(" ", -1);
    for (int i = 1; i + 1 < words.length; i++) {
      boolean joins = words[i].equals("&") || is("join", Headlines.key(words[i]));
      // A name may have such a word inside: José Ortega y Gasset.
      boolean isBetweenNames = i >= 2 && words.length - i > 2;
      if (joins && isBetweenNames) {
        List<String> names = new ArrayList<>();
        names.add(String.join(" ", List.of(words).subList(0, i)));
        names.addAll(byJoin(String.join(" ", List.of(words).subList(i + 1, words.length))));
        return names;
      }
    }
    return arabicPair(words, text);
  }

  /** Quirk: Arabic writes "and" as the first letter of the second name. */
  private static List<String> arabicPair(String[] words, String text) {
    if (words.length == 4 && words[2].length() > 3 && words[2].charAt(0) == 'و') {
      String second = words[2].substring(1);
      if (second.startsWith("ال") || second.length() >= 3) {
        return List.of(words[0] + " " + words[1], second + " " + words[3]);
      }
    }
    return List.of(text);
  }

  private static String withoutPrefix(String text) {
    String[] words = text.split(" ", -1);
    for (int count = Math.min(MAX_PREFIX_WORDS, words.length - 1); count > 0; count--) {
      String key = Headlines.key(String.join(" ", List.of(words).subList(0, count)));
      if (is("prefix", key)) {
        return withoutPrefix(String.join(" ", List.of(words).subList(count, words.length)));
      }
    }
    int colon = Math.max(text.indexOf(':'), Math.max(text.indexOf('：'), text.indexOf('／')));
    int slash = text.startsWith("文/") ? 1 : colon;
    boolean isPrefixed = slash > 0 && is("prefix", Headlines.key(text.substring(0, slash)));
    return isPrefixed ? text.substring(slash + 1).strip() : text;
  }

  /** Without a hint in brackets, a point at the end, a title behind the name. */
  private static String clean(String text) {
    String name = text;
    int bracket = name.indexOf('(');
    if (bracket > 0) {
      name = name.substring(0, bracket);
    }
    name = name.replaceAll("^[\\s\\p{Punct}«»“”]+|[\\s,:;.«»“”]+$", "");
    boolean isTooLong =
        name.length() > MAX_NAME_CHARS || name.split(" ", -1).length > MAX_NAME_WORDS + 2;
    return isAddress(name) || isTooLong ? "" : name;
  }

  private static boolean isRole(String text) {
    String key = Headlines.key(text);
    if (is("role", key)) {
      return true;
    }
    int roles = 0;
    String[] words = key.split(" ", -1);
    for (String word : words) {
      roles += is("role", word) ? 1 : 0;
    }
    return roles > 0 && roles * 3 >= words.length && words.length > 1;
  }

  private static boolean isAddress(String text) {
    return text.contains("://") || text.startsWith("www.") || text.contains("@");
  }

  private static boolean is(String kind, String key) {
    return WORDS.getOrDefault(kind, Set.of()).contains(key);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> words = new HashMap<>();
    for (String line : WordList.read("author-words.txt")) {
      int space = line.indexOf(' ');
      Set<String> kind = words.computeIfAbsent(line.substring(0, space), name -> new HashSet<>());
      for (String word : line.substring(space + 1).split("\\|", -1)) {
        kind.add(Headlines.key(word));
      }
    }
    return words;
  }
}
