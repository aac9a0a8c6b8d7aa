// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.LanguageRule;

/** Parts the text of a bilingual article into one text for each language. */
public final class LanguageParts {
  /** Scripts that locales name by how they are written, not by their characters. */
  private static final Map<String, UnicodeScript> WRITTEN =
      Map.of(
          "Hans", UnicodeScript.HAN,
          "Hant", UnicodeScript.HAN,
          "Jpan", UnicodeScript.HAN,
          "Kore", UnicodeScript.HANGUL);

  private LanguageParts() {}

  /**
   * One language's text.
   *
   * @param language BCP 47 code, or null where the rule expects none of that script
   * @param name tells the parts of one article apart: the language, else the script
   * @param blocks in their order
   */
  public record Part(@Nullable String language, String name, List<String> blocks) {}

  /**
   * The parts in the order in which the languages begin; a single one, with the article's own
   * language, unless the rule wants them separate and there are two.
   *
   * @param blocks of the whole text
   * @param language of the article, or null
   */
  public static List<Part> of(
      List<String> blocks, @Nullable String language, LanguageRule languages) {
    Map<UnicodeScript, List<String>> scripts =
        languages.isSeparate() ? ScriptParts.of(blocks) : Map.of();
    if (scripts.size() < 2) {
      return List.of(new Part(language, "", List.copyOf(blocks)));
    }
    List<String> known = new ArrayList<>(languages.expect());
    if (language != null) {
      known.add(0, language);
    }
    List<Part> parts = new ArrayList<>();
    scripts.forEach(
        (script, own) -> {
          Optional<String> found =
              known.stream().filter(tag -> scriptOf(tag) == script).findFirst();
          String name = found.orElse(script.name().toLowerCase(Locale.ROOT));
          parts.add(new Part(found.orElse(null), name, List.copyOf(own)));
        });
    return parts;
  }

  private static UnicodeScript scriptOf(String language) {
    String script = ULocale.addLikelySubtags(ULocale.forLanguageTag(language)).getScript();
    UnicodeScript written = WRITTEN.get(script);
    try {
      return written == null ? UnicodeScript.forName(script) : written;
    } catch (IllegalArgumentException unknown) {
      return UnicodeScript.UNKNOWN;
    }
  }
}
