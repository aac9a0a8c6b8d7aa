// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bundled phrases of boilerplate in all languages, matched on folded whole lines, never on a
 * part of one. Immutable, safe for use by several threads.
 */
public final class PhraseLists {
  private static final String COPYRIGHT = "copyright";
  private static final List<String> LANGUAGES = List.of("ar", "en", "fr", "tr", "fa", "de", "es");

  /** Longer lines are prose: the longest phrase with its gaps filled has about 300 characters. */
  private static final int LONGEST_LINE = 500;

  /** The words of a label's text: a caption of two sentences. */
  private static final int LONGEST_LABELLED = 40;

  /** The words of a headline that an opening such as "Read also:" leads to. */
  private static final int LONGEST_OPENED = 20;

  /** From here on a line is mostly link. */
  private static final double MOSTLY_LINK = 0.5;

  private final DateWords dates = new DateWords();
  private final PhraseTrie lines = new PhraseTrie(dates);
  private final PhraseTrie openings = new PhraseTrie(dates);

  private PhraseLists() {
    for (String language : LANGUAGES) {
      new PhraseFile(language, dates, lines, openings).read();
    }
  }

  /** The lists that come with Winnow, read anew by every call: read them once and hold them. */
  public static PhraseLists bundled() {
    return new PhraseLists();
  }

  /** What the lists know of a line of plain text. */
  public Optional<PhraseHit> match(String line) {
    return match(line, 0);
  }

  /**
   * What the lists know of that line or block, or empty.
   *
   * @param linkDensity the share of the line that stands inside links, from 0 to 1; a line that is
   *     mostly link needs no colon after an opening such as "Read also"
   */
  public Optional<PhraseHit> match(String line, double linkDensity) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    Words words = Words.of(MatchKey.of(withWordForCopyrightSign(line)));
    if (words.isEmpty() || words.size() > LONGEST_LABELLED + 10) {
      return Optional.empty();
    }
    Phrase phrase = matchWords(line, words, linkDensity);
    if (phrase == null && words.mayHaveConjunction()) {
      phrase = matchWords(line, words.withoutConjunction(), linkDensity);
    }
    if (phrase != null) {
      return Optional.of(phrase.hit());
    }
    return dates.isDate(line, words)
        ? Optional.of(new PhraseHit(Preset.UPDATED, false, Zone.ANYWHERE, "date"))
        : Optional.empty();
  }

  private static String withWordForCopyrightSign(String line) {
    int sign = line.indexOf('©');
    if (sign < 0 || line.regionMatches(true, Math.max(0, sign - 10), COPYRIGHT, 0, 9)) {
      return line;
    }
    return line.substring(0, sign) + ' ' + COPYRIGHT + ' ' + line.substring(sign + 1);
  }

  private @Nullable Phrase matchWords(String line, Words words, double linkDensity) {
    Phrase whole = lines.whole(words);
    return whole != null ? whole : matchOpening(line, words, linkDensity);
  }

  private @Nullable Phrase matchOpening(String line, Words words, double linkDensity) {
    Phrase opening = openings.opening(words);
    if (opening == null || startsWithQuote(line)) {
      return null;
    }
    if (opening.mode() == Phrase.Mode.OPENING && linkDensity >= MOSTLY_LINK) {
      return words.size() <= LONGEST_OPENED + 10 ? opening : null;
    }
    int separator = firstSeparator(line);
    if (separator < 0) {
      return null;
    }
    Words head = Words.of(MatchKey.of(line.substring(0, separator)));
    if (head.isEmpty()) {
      return null;
    }
    Phrase label = openings.whole(head);
    if (label == null && head.mayHaveConjunction()) {
      label = openings.whole(head.withoutConjunction());
    }
    if (label == null) {
      return null;
    }
    int rest = words.size() - head.size();
    boolean matches =
        label.mode() == Phrase.Mode.LABEL
            ? rest <= LONGEST_LABELLED
            : rest <= LONGEST_OPENED && !endsAsSentence(line);
    return matches ? label : null;
  }

  /** The first colon, dash, bar or arrow that sets an opening apart, or -1. */
  private static int firstSeparator(String line) {
    for (int i = 0; i < line.length(); i++) {
      switch (line.charAt(i)) {
        case ':', '：', '؛', '|', '»', '›', '>', '←', '→', '…', '–', '—', '•' -> {
          return i;
        }
        case '-' -> {
          if (i > 0 && line.charAt(i - 1) == ' ') {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  private static boolean startsWithQuote(String line) {
    return !line.isEmpty() && "\"“„«‘'‹”".indexOf(line.strip().charAt(0)) >= 0;
  }

  /** Whether it ends with a full stop, which headlines and labels do not have; "..." is none. */
  private static boolean endsAsSentence(String line) {
    int end = line.length() - 1;
    while (end >= 0 && !Character.isLetterOrDigit(line.charAt(end)) && line.charAt(end) != '.') {
      end--;
    }
    return end > 0 && line.charAt(end) == '.' && line.charAt(end - 1) != '.';
  }
}
