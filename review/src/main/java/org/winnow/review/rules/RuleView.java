// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.winnow.pipeline.rules.ImpactRow;
import org.winnow.pipeline.rules.ImpactRow.Change;
import org.winnow.pipeline.rules.WordDiff;
import org.winnow.pipeline.rules.WordDiff.Sign;

/** What the templates about rules need beside their values. */
public final class RuleView {

  /** How often a new site may be crawled; empty for by hand. */
  public static final List<String> SCHEDULES = List.of("", "1h", "6h", "1d");

  private static final int MOST_WORDS = 999_999;

  private RuleView() {}

  public static String edit(String rule) {
    return "/rules/edit?rule=" + Quoted.url(rule);
  }

  public static String versions(String rule) {
    return "/rules/versions?rule=" + Quoted.url(rule);
  }

  public static String explain(String rule) {
    return "/rules/explain?rule=" + Quoted.url(rule);
  }

  public static String page(String rule, String url) {
    return "/rules/page?rule=" + Quoted.url(rule) + "&url=" + Quoted.url(url);
  }

  public static String diff(String preview, String url) {
    return "/rules/preview/" + preview + "/diff?url=" + Quoted.url(url);
  }

  /** An address with its letters, for reading only. */
  public static String readable(String url) {
    try {
      String decoded = URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
      return decoded.codePoints().anyMatch(RuleView::isInvisible) ? url : decoded;
    } catch (IllegalArgumentException notEncoded) {
      return url;
    }
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || c == 0xFFFD;
  }

  /** The class of a line of a diff. */
  public static String sign(String line) {
    if (line.startsWith("@@") || line.startsWith("---") || line.startsWith("+++")) {
      return "place";
    }
    return line.startsWith("+") ? "added" : line.startsWith("-") ? "gone" : "same";
  }

  /** By what rows are put in order, the lowest first: as {@link ImpactRow#BY_CHANGE}. */
  public static String rank(ImpactRow row) {
    int moved = Math.min(MOST_WORDS, Math.max(row.lost(), row.gained()));
    return String.format(
        Locale.ROOT,
        "%d%d%06d",
        row.isBlocking() ? 0 : 1,
        List.of(Change.values()).indexOf(row.change()),
        MOST_WORDS - moved);
  }

  public static String change(ImpactRow row) {
    return "rules.change." + row.change().name().toLowerCase(Locale.ROOT);
  }

  public static String tone(ImpactRow row) {
    return switch (row.change()) {
      case EMPTY -> "bad";
      case CHANGED -> "warn";
      case FOUND -> "good";
      case UNCHANGED -> "quiet";
    };
  }

  public static boolean hasDiff(ImpactRow row) {
    return row.change() != Change.UNCHANGED;
  }

  public static String words(WordDiff.Line line) {
    return "w-" + line.sign().name().toLowerCase(Locale.ROOT);
  }

  public static boolean isMissing(WordDiff.Line line) {
    return line.sign() == Sign.MISSING;
  }

  public static boolean isAdded(WordDiff.Line line) {
    return line.sign() == Sign.ADDED;
  }

  /** A sample that passed has no difference to speak of. */
  public static List<WordDiff.Line> orNone(List<WordDiff.Line> lines, boolean passed) {
    return passed ? List.of() : lines;
  }
}
