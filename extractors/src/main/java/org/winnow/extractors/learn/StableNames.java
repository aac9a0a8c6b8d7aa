// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells names that somebody gave ({@code entry-content}) from those that a tool made ({@code
 * css-1x2y3z}) and from those that only say how something looks ({@code col-md-8}).
 */
final class StableNames {
  private static final int LONGEST = 40;

  /** Letters of any script, dashes and underscores: needs no escape, and no number in it. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}_-]*");

  private static final Pattern MADE =
      Pattern.compile(
          "(?i)(css|sc|jsx|jss|data-v|emotion|svelte|astro|styled|ng|_ng\\w*|makestyles|mui)-.*");

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]+");
  private static final Pattern CONSONANTS = Pattern.compile("(?i)[bcdfghjklmnpqrstvwxz]{5,}");
  private static final Pattern VOWEL = Pattern.compile("(?i)[aeiouy]");
  private static final Pattern HUMPS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  /** Words that say how something looks or where it stands, as utility classes use them. */
  private static final Set<String> LOOKS =
      Set.of(
          ("absolute active align aligncenter alignleft alignright auto background bg big "
                  + "black block bold border bottom btn button center centered clear clearfix clr "
                  + "col cols color column columns container cf dark desktop display even fade "
                  + "fixed flex float flow fluid font full gap gray grey grid group gutter half "
                  + "height hidden hide horizontal inline inner italic item items js justify large "
                  + "last leading left lg light loaded ltr margin max mb md medium min ml mobile mr "
                  + "mt mx my narrow no odd offset outer overflow padding pb pl pr pt pull push px "
                  + "py relative reset responsive right rounded row rtl self shadow show shown size "
                  + "sm small space spacing stack sticky tablet top tracking uppercase vertical "
                  + "visible white wide width wrap wrapper xl xs xxl first")
              .split(" "));

  private StableNames() {}

  /** Whether a class name, an id or an attribute's value is one to hold on to. */
  static boolean isStable(String name) {
    return name.length() >= 2
        && name.length() <= LONGEST
        && PLAIN.matcher(name).matches()
        && !isMade(name)
        && !isLook(name);
  }

  /** Whether a tool made the name; whatever has a digit in it counts as made. */
  static boolean isMade(String name) {
    if (MADE.matcher(name).matches() || name.chars().anyMatch(Character::isDigit)) {
      return true;
    }
    for (String part : name.split("[-_]+", -1)) {
      for (String word : HUMPS.split(part, -1)) {
        if (LATIN.matcher(word).matches() && isNoWord(word)) {
          return true;
        }
      }
      if (LATIN.matcher(part).matches() && isNoCamel(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoWord(String word) {
    return CONSONANTS.matcher(word).find() || (word.length() >= 5 && !VOWEL.matcher(word).find());
  }

  /** Camel case of random letters changes case at every other one. */
  private static boolean isNoCamel(String part) {
    int changes = 0;
    for (int i = 1; i < part.length(); i++) {
      if (Character.isLowerCase(part.charAt(i - 1)) && Character.isUpperCase(part.charAt(i))) {
        changes++;
      }
    }
    return changes > 1 && part.length() < 4 * (changes + 1);
  }

  /** Whether every word of the name is about looks. */
  static boolean isLook(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("[-_]+", -1);
    for (String word : words) {
      // Quirk: "text" alone names the text, "text-center" how it looks.
      boolean isLook = LOOKS.contains(word) || (words.length > 1 && word.equals("text"));
      if (word.length() > 1 && !isLook) {
        return false;
      }
    }
    return true;
  }
}
