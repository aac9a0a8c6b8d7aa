// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a reviewer wants to see. What is null, or empty, does not choose.
 *
 * @param show by what was said about them
 * @param site only of that host
 * @param rules only made by one of these rules
 * @param language only of that language, as the catalog has it
 * @param kind only pages of that kind
 * @param from only published on that day or later
 * @param to only published on that day or earlier
 * @param leastConfidence only of that confidence or more, from 0 to 1
 * @param mostConfidence only of less than that confidence
 * @param isQuarantined only those in quarantine, or only those that are not
 * @param words only with all of these words
 * @param upTo only articles with that number or a lower one: what came later is left out
 */
public record DocumentFilter(
    Show show,
    @Nullable String site,
    List<String> rules,
    @Nullable String language,
    @Nullable PageKind kind,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Double leastConfidence,
    @Nullable Double mostConfidence,
    @Nullable Boolean isQuarantined,
    @Nullable String words,
    @Nullable Long upTo) {

  /** Every article. */
  public static final DocumentFilter ALL = of(Show.ALL);

  private static final String CHANGED =
      "(status IN ('approved', 'rejected') AND edit_id IS NULL AND decided <> sha256)";
  private static final String CONFLICT = "(edit_id IS NOT NULL AND edit_base <> sha256)";

  /** What was said about articles. */
  public enum Show {
    ALL("1 = 1"),
    /** Those that a person is still to look at: pending, edited, changed, conflicts. */
    OPEN(
        "(status IN ('pending', 'edited') OR "
            + DocumentFilter.CHANGED
            + " OR "
            + DocumentFilter.CONFLICT
            + ")"),
    PENDING("status = 'pending'"),
    EDITED("status = 'edited'"),
    /** Approved or rejected, and another text since. */
    CHANGED(DocumentFilter.CHANGED),
    APPROVED("(status = 'approved' AND (edit_id IS NOT NULL OR decided = sha256))"),
    REJECTED("(status = 'rejected' AND (edit_id IS NOT NULL OR decided = sha256))"),
    /** Edited, and another extracted text since. */
    CONFLICTS(DocumentFilter.CONFLICT);

    private final String condition;

    Show(String condition) {
      this.condition = condition;
    }

    String condition() {
      return condition;
    }
  }

  public DocumentFilter {
    rules = List.copyOf(rules);
  }

  /** Those alone of which that was said. */
  public static DocumentFilter of(Show show) {
    return new DocumentFilter(
        show, null, List.of(), null, null, null, null, null, null, null, null, null);
  }

  /** The same with another choice by what was said. */
  public DocumentFilter showing(Show other) {
    return new DocumentFilter(
        other,
        site,
        rules,
        language,
        kind,
        from,
        to,
        leastConfidence,
        mostConfidence,
        isQuarantined,
        words,
        upTo);
  }

  /** The same, without the articles that came after that one. */
  public DocumentFilter upTo(long youngest) {
    return new DocumentFilter(
        show,
        site,
        rules,
        language,
        kind,
        from,
        to,
        leastConfidence,
        mostConfidence,
        isQuarantined,
        words,
        youngest);
  }

  /** The SQL condition on the table {@code article}; its names are those of {@link #values}. */
  String condition() {
    List<String> conditions = new ArrayList<>();
    conditions.add(show.condition());
    addIf(conditions, site, "site = :site");
    addIf(conditions, rules.isEmpty() ? null : rules, "rule IN (" + ruleNames() + ")");
    addIf(conditions, language, "language = :language");
    addIf(conditions, kind, "kind = :kind");
    addIf(conditions, from, "published >= :from");
    addIf(conditions, to, "published < :to");
    addIf(conditions, leastConfidence, "confidence >= :leastConfidence");
    addIf(conditions, mostConfidence, "confidence < :mostConfidence");
    if (isQuarantined != null) {
      conditions.add(isQuarantined ? "quarantine <> ''" : "quarantine = ''");
    }
    if (words != null) {
      conditions.add(ArticleSearch.query(words).isPresent() ? ArticleSearch.CONDITION : "1 = 0");
    }
    addIf(conditions, upTo, "id <= :upTo");
    return String.join(" AND ", conditions);
  }

  /** What the names in {@link #condition} stand for. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    putIf(values, "site", site);
    for (int i = 0; i < rules.size(); i++) {
      values.put("rule" + i, rules.get(i));
    }
    putIf(values, "language", language);
    putIf(values, "kind", kind == null ? null : kind.name());
    putIf(values, "from", from == null ? null : from.toString());
    putIf(values, "to", to == null ? null : to.plusDays(1).toString());
    putIf(values, "leastConfidence", leastConfidence);
    putIf(values, "mostConfidence", mostConfidence);
    putIf(values, "words", ArticleSearch.query(words).orElse(null));
    putIf(values, "upTo", upTo);
    return values;
  }

  private String ruleNames() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      names.add(":rule" + i);
    }
    return String.join(", ", names);
  }

  private static void addIf(List<String> conditions, @Nullable Object value, String condition) {
    if (value != null) {
      conditions.add(condition);
    }
  }

  private static void putIf(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
