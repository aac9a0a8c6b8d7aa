// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.DocumentFilter;
import org.winnow.corpus.DocumentFilter.Show;
import org.winnow.corpus.DocumentOrder;
import org.winnow.corpus.PageKind;
import org.winnow.review.Visit;

/**
 * What a reviewer chose to see, as it stands in an address. What is not understood does not choose.
 *
 * @param values the fields of the form that are filled in, by name
 * @param filter what they choose
 * @param order in which order
 */
public record QueueQuery(Map<String, String> values, DocumentFilter filter, DocumentOrder order) {
  static final String SHOW = "show";
  static final String ORDER = "order";

  private static final List<String> NAMES =
      List.of(
          SHOW,
          ORDER,
          "q",
          "site",
          "rule",
          "language",
          "kind",
          "from",
          "to",
          "least",
          "most",
          "quarantine",
          "alarm");

  private static final List<String> SELDOM =
      List.of("rule", "language", "kind", "from", "to", "least", "most", "quarantine", "alarm");

  /** More words choose no better, and an address has an end. */
  private static final int LONGEST = 200;

  /** No rule has that name: alarms of no rule are alarms about no article. */
  private static final List<String> NO_RULE = List.of("");

  /**
   * The choice in the address of that visit.
   *
   * @param alarmed gives the rules that there are alarms about
   */
  static QueueQuery of(Visit visit, Supplier<List<String>> alarmed) {
    Map<String, String> values = new TreeMap<>();
    for (String name : NAMES) {
      visit
          .query(name)
          .map(String::strip)
          .map(value -> value.substring(0, Math.min(value.length(), LONGEST)))
          .ifPresent(value -> values.put(name, value));
    }
    return of(values, alarmed);
  }

  static QueueQuery of(Map<String, String> values, Supplier<List<String>> alarmed) {
    DocumentFilter filter =
        new DocumentFilter(
            read(values, SHOW, word -> Show.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Show.OPEN),
            values.get("site"),
            rules(values, alarmed),
            values.get("language"),
            read(values, "kind", word -> PageKind.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(null),
            day(values, "from"),
            day(values, "to"),
            share(values, "least"),
            share(values, "most"),
            read(values, "quarantine", word -> word.equals("yes")).orElse(null),
            values.get("q"),
            null);
    DocumentOrder order =
        read(values, ORDER, word -> DocumentOrder.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(DocumentOrder.RISK);
    return new QueueQuery(values, filter, order);
  }

  /** What a field of the form has; empty if nothing. */
  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** Whether a field of the form has that value, or has it when nothing is chosen. */
  public boolean has(String name, String value) {
    String chosen = value(name);
    return switch (name) {
      case SHOW -> filter.show().name().equalsIgnoreCase(value);
      case ORDER -> order.name().equalsIgnoreCase(value);
      default -> chosen.equals(value);
    };
  }

  /** Whether something is chosen by what is seldom asked for. */
  public boolean isSpecial() {
    return values.keySet().stream().anyMatch(SELDOM::contains);
  }

  /** Whether more is chosen than what was said, and in which order. */
  public boolean isNarrow() {
    return values.keySet().stream().anyMatch(name -> !name.equals(SHOW) && !name.equals(ORDER));
  }

  /** The address of the queue, or of an article in it. */
  public String address(@Nullable Long article) {
    String path = "/documents" + (article == null ? "" : "/" + article);
    String query = query(values);
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The address of something about an article, with this choice: {@code verdict}. */
  public String address(long article, String what) {
    String query = query(values);
    return "/documents/" + article + "/" + what + (query.isEmpty() ? "" : "?" + query);
  }

  /** The address of something about the whole choice: {@code all}. */
  public String addressOf(String what) {
    String query = query(values);
    return "/documents/" + what + (query.isEmpty() ? "" : "?" + query);
  }

  /** The same choice with another value for one field. */
  public String addressWith(String name, String value) {
    Map<String, String> other = new TreeMap<>(values);
    other.put(name, value);
    return "/documents?" + query(other);
  }

  /** As a person reads it in the history. */
  String description() {
    return values.isEmpty() ? "show=open" : String.join(" ", pairs(values));
  }

  private static String query(Map<String, String> values) {
    return String.join("&", pairs(values));
  }

  private static List<String> pairs(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .toList();
  }

  private static List<String> rules(Map<String, String> values, Supplier<List<String>> alarmed) {
    String rule = values.get("rule");
    if (values.containsKey("alarm")) {
      List<String> rules =
          alarmed.get().stream().filter(name -> rule == null || rule.equals(name)).toList();
      return rules.isEmpty() ? NO_RULE : rules;
    }
    return rule == null ? List.of() : List.of(rule);
  }

  private static @Nullable LocalDate day(Map<String, String> values, String name) {
    return read(values, name, LocalDate::parse).orElse(null);
  }

  private static @Nullable Double share(Map<String, String> values, String name) {
    return read(values, name, Double::valueOf)
        .filter(share -> !share.isNaN() && !share.isInfinite())
        .orElse(null);
  }

  private static <T> Optional<T> read(
      Map<String, String> values, String name, Function<String, T> reader) {
    String value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(value));
    } catch (IllegalArgumentException | DateTimeException notUnderstood) {
      return Optional.empty();
    }
  }
}
