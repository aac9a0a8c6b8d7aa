// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of text files. They are made of what the web says, so only letters, their marks, digits and
 * hyphens get into them.
 */
public final class TextNames {
  /** In UTF-16 units, so at most 240 bytes: with the rest of the name below every limit of 255. */
  private static final int MAX_SLUG = 80;

  private static final String NO_SLUG = "page";

  /** Last segments that say how a page is served, not what it is about. */
  private static final Set<String> MEANINGLESS = Set.of("index", "default", "amp");

  private static final Set<String> RESERVED_ON_WINDOWS =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private TextNames() {}

  /**
   * The name of an exported text: {@code 007_0123456789abcdef.txt}.
   *
   * @param number the text's running number in the export
   * @param canonical the article's canonical address; its SHA-256 gives the sixteen digits
   */
  public static String export(int number, Url canonical) {
    return "%03d_%s.txt".formatted(number, id(canonical));
  }

  /** The sixteen digits that stand for an article: of its canonical address's SHA-256. */
  public static String id(Url canonical) {
    return Sha256.hex(canonical.toString()).substring(0, 16);
  }

  /** {@code {site}/{yyyy}/{MM}/{slug}-{hash8}.txt}. */
  static String file(Article article, Instant fetched) {
    return file(article, fetched, slug(article.canonical()));
  }

  /** The same name without letters beyond ASCII. */
  static String asciiFile(Article article, Instant fetched) {
    String ascii = tidy(slug(article.canonical()).replaceAll("[^\\x00-\\x7F]", "-"));
    return file(article, fetched, ascii.isEmpty() ? NO_SLUG : ascii);
  }

  private static String file(Article article, Instant fetched, String slug) {
    Published published = article.published();
    LocalDate day =
        published == null ? fetched.atZone(ZoneOffset.UTC).toLocalDate() : published.date();
    Url canonical = article.canonical();
    return "%s/%04d/%02d/%s-%s.txt"
        .formatted(
            site(canonical.host()),
            Math.floorMod(day.getYear(), 10_000),
            day.getMonthValue(),
            slug,
            Sha256.hex(canonical.toString()).substring(0, 8));
  }

  /** A host as the name of a folder. */
  public static String site(String host) {
    String allowed = host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "_");
    String trimmed = allowed.replaceAll("^\\.+|\\.+$", "");
    String stem = trimmed.contains(".") ? trimmed.substring(0, trimmed.indexOf('.')) : trimmed;
    return stem.isEmpty() || RESERVED_ON_WINDOWS.contains(stem) ? "_" + trimmed : trimmed;
  }

  /** What the address says that the page is about; {@code page} where it says nothing. */
  public static String slug(Url url) {
    List<String> segments = List.of(url.path().split("/"));
    for (int i = segments.size() - 1; i >= 0; i--) {
      String slug = slug(segments.get(i));
      if (!slug.isEmpty() && !MEANINGLESS.contains(slug.toLowerCase(Locale.ROOT))) {
        return slug;
      }
    }
    return NO_SLUG;
  }

  private static String slug(String segment) {
    String decoded = decode(segment).replaceAll("\\.[A-Za-z]{1,5}$", "");
    StringBuilder slug = new StringBuilder();
    Normalizer.normalize(decoded, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> slug.appendCodePoint(isAllowed(c) || isMarkInWord(c, slug) ? c : '-'));
    return tidy(slug.toString());
  }

  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }

  private static boolean isAllowed(int c) {
    return Character.isLetterOrDigit(c);
  }

  /** Many scripts write vowels as marks; a mark without a letter before it is nothing. */
  private static boolean isMarkInWord(int c, CharSequence before) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
        && !before.isEmpty()
        && before.charAt(before.length() - 1) != '-';
  }

  /** Single hyphens, none at the ends, at most {@link #MAX_SLUG} long. */
  private static String tidy(String slug) {
    String tidy = slug.replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    if (tidy.length() > MAX_SLUG) {
      int end = Character.isHighSurrogate(tidy.charAt(MAX_SLUG - 1)) ? MAX_SLUG - 1 : MAX_SLUG;
      tidy = tidy.substring(0, end).replaceAll("-$", "");
    }
    return tidy;
  }
}
