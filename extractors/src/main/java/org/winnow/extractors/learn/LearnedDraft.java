// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.ArrayList;
import java.util.List;
import org.winnow.corpus.Url;
import org.winnow.extractors.learn.LearnedRule.Finding;
import org.winnow.extractors.learn.ValueLearner.ScoredSource;
import org.winnow.siterules.RuleWriter;

/**
 * A rule in the making.
 *
 * @param site the site's address
 * @param title alternatives for the headline, the best first
 * @param subtitle for the kicker
 * @param author for the byline
 * @param date for the date of publication
 * @param body for the body
 * @param removals what does not belong to it
 */
record LearnedDraft(
    Url site,
    List<ScoredSource> title,
    List<ScoredSource> subtitle,
    List<ScoredSource> author,
    List<ScoredSource> date,
    List<ScoredSelector> body,
    List<Removal> removals) {

  static LearnedDraft of(Url site, List<ScoredSelector> body) {
    return new LearnedDraft(site, List.of(), List.of(), List.of(), List.of(), body, List.of());
  }

  LearnedDraft withHeadline(List<ScoredSource> newTitle, List<ScoredSource> newSubtitle) {
    return new LearnedDraft(site, newTitle, newSubtitle, author, date, body, removals);
  }

  LearnedDraft withFacts(List<ScoredSource> newAuthor, List<ScoredSource> newDate) {
    return new LearnedDraft(site, title, subtitle, newAuthor, newDate, body, removals);
  }

  LearnedDraft withRemovals(List<Removal> newRemovals) {
    return new LearnedDraft(site, title, subtitle, author, date, body, newRemovals);
  }

  /** Every entry, in the order of the rule. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    add(findings, "extract.title", title);
    add(findings, "extract.subtitle", subtitle);
    add(findings, "extract.author", author);
    add(findings, "extract.date", date);
    body.forEach(
        one -> findings.add(new Finding("extract.body", one.selector().css(), one.remark())));
    removals.forEach(one -> findings.add(new Finding(one.key(), one.text(), one.remark())));
    return findings;
  }

  private static void add(List<Finding> findings, String key, List<ScoredSource> sources) {
    sources.forEach(
        one -> findings.add(new Finding(key, one.source().written(), one.score().remark())));
  }

  /** Writes everything but the head and the tests. */
  void write(RuleWriter yaml) {
    yaml.number("version", 1).text("site", site.toString()).text("status", "unverified");
    if (!title.isEmpty()
        || !subtitle.isEmpty()
        || !author.isEmpty()
        || !date.isEmpty()
        || !body.isEmpty()) {
      yaml.begin("extract");
      values(yaml, "title", title);
      values(yaml, "subtitle", subtitle);
      values(yaml, "author", author);
      values(yaml, "date", date);
      if (!body.isEmpty()) {
        yaml.list("body");
        body.forEach(one -> yaml.item(one.selector().css()).remark(one.remark()));
      }
      yaml.end();
    }
    if (!body.isEmpty()) {
      yaml.text("fallback", "auto").remark("where no body is found: other layouts");
    }
    if (!removals.isEmpty()) {
      writeRemovals(yaml);
    }
  }

  private static void values(RuleWriter yaml, String key, List<ScoredSource> sources) {
    if (sources.isEmpty()) {
      return;
    }
    yaml.list(key);
    for (ScoredSource one : sources) {
      if (one.source().isCss()) {
        yaml.item(one.source().written());
      } else {
        yaml.item(one.source().mapping());
      }
      yaml.remark(one.score().remark());
    }
  }

  private void writeRemovals(RuleWriter yaml) {
    yaml.begin("remove");
    list(yaml, "selectors", Removal.Form.SELECTOR);
    if (has(Removal.Form.BLOCK)) {
      yaml.list("blocks");
      of(Removal.Form.BLOCK)
          .forEach(
              one ->
                  yaml.item(RuleWriter.fields("heading", one.text(), "until", "end"))
                      .remark(one.remark()));
    }
    list(yaml, "cutAt", Removal.Form.CUT);
    if (has(Removal.Form.LINE) || has(Removal.Form.PATTERN)) {
      yaml.list("lines");
      of(Removal.Form.LINE)
          .forEach(one -> yaml.item(RuleWriter.fields("equals", one.text())).remark(one.remark()));
      of(Removal.Form.PATTERN)
          .forEach(one -> yaml.item(RuleWriter.fields("regex", one.text())).remark(one.remark()));
    }
    yaml.end();
  }

  private void list(RuleWriter yaml, String key, Removal.Form form) {
    if (has(form)) {
      yaml.list(key);
      of(form).forEach(one -> yaml.item(one.text()).remark(one.remark()));
    }
  }

  private boolean has(Removal.Form form) {
    return removals.stream().anyMatch(one -> one.form() == form);
  }

  private List<Removal> of(Removal.Form form) {
    return removals.stream().filter(one -> one.form() == form).toList();
  }
}
