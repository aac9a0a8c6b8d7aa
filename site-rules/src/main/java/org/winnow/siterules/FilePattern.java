// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How text files are named: {@code {site}/{date:yyyy}/{id}.txt}. Whatever values are filled in, the
 * name stays a relative path below the corpus's folder. Immutable.
 */
public final class FilePattern {
  private static final List<String> NAMES = List.of("site", "date", "slug", "lang", "id");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern SAFE_TEXT = Pattern.compile("[A-Za-z0-9._/ -]*");
  private static final Pattern DATE_FORMAT = Pattern.compile("[yuMdDwe]+(-?[yuMdDwe]+)*");
  private static final int LONGEST = 200;

  private final String text;

  private FilePattern(String text) {
    this.text = text;
  }

  /**
   * What is filled in.
   *
   * @param site the site's host
   * @param date when the article was published, else fetched
   * @param slug what the address says that the article is about
   * @param language the text's language, or an empty string
   * @param id sixteen digits that no other article shares
   */
  public record Values(String site, LocalDate date, String slug, String language, String id) {}

  /** The pattern in that field, or empty and a problem. */
  static Optional<FilePattern> read(Field field) {
    Optional<String> text = field.text();
    Optional<String> wrong = text.flatMap(FilePattern::problemWith);
    wrong.ifPresent(field::problem);
    return wrong.isPresent() ? Optional.empty() : text.map(FilePattern::new);
  }

  private static Optional<String> problemWith(String text) {
    String bare = PLACEHOLDER.matcher(text).replaceAll("x");
    if (bare.contains("{") || bare.contains("}")) {
      return Optional.of("'" + text + "' has a brace too many or too few");
    }
    if (text.length() > LONGEST || !SAFE_TEXT.matcher(bare).matches()) {
      return Optional.of(
          "'" + text + "' is not a file name: letters a-z, digits, . _ - and / between folders");
    }
    for (String part : bare.split("/", -1)) {
      if (part.isBlank() || part.startsWith(".") || !part.equals(part.strip())) {
        return Optional.of("'" + text + "' would leave its folder, or name a hidden file");
      }
    }
    if (!text.endsWith(".txt")) {
      return Optional.of("'" + text + "' must end in .txt");
    }
    return problemWithPlaceholders(text);
  }

  private static Optional<String> problemWithPlaceholders(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      String[] parts = matcher.group(1).split(":", 2);
      if (!NAMES.contains(parts[0])) {
        return Optional.of(
            "'{" + matcher.group(1) + "}' is not known; " + Field.notOneOf(parts[0], NAMES));
      }
      if (parts.length == 2 && !(parts[0].equals("date") && isDateFormat(parts[1]))) {
        return Optional.of(
            "'{"
                + matcher.group(1)
                + "}' is not a date; write {date:yyyy}, {date:MM} or {date:dd}");
      }
      names.add(parts[0]);
    }
    return names.contains("id")
        ? Optional.empty()
        : Optional.of("'" + text + "' names all articles the same; add {id}");
  }

  private static boolean isDateFormat(String format) {
    try {
      return DATE_FORMAT.matcher(format).matches()
          && !DateTimeFormatter.ofPattern(format, Locale.ROOT).format(LocalDate.EPOCH).isBlank();
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  /** The file of an article, relative, with {@code /}. */
  public String file(Values values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(filled(found.group(1), values)));
  }

  private static String filled(String placeholder, Values values) {
    String[] parts = placeholder.split(":", 2);
    return switch (parts[0]) {
      case "site" -> safe(values.site());
      case "date" -> date(parts.length == 2 ? parts[1] : "yyyy-MM-dd", values.date());
      case "slug" -> safe(values.slug());
      case "lang" -> safe(values.language().isEmpty() ? "und" : values.language());
      default -> safe(values.id());
    };
  }

  private static String date(String format, LocalDate date) {
    return safe(DateTimeFormatter.ofPattern(format, Locale.ROOT).format(date));
  }

  private static String safe(String value) {
    String safe = value.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "_").replaceAll("^\\.+|\\.+$", "");
    return safe.isEmpty() ? "_" : safe;
  }

  /** The pattern as it is written. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FilePattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
