// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.winnow.corpus.Block;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Label;
import org.winnow.corpus.LabelledBlock;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.PageView;
import org.winnow.extractors.learn.LearnedRule.Sample;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleWriter;

/**
 * Learns a site's rule from a few of its pages, offline and repeatable. No page makes it throw.
 *
 * <p>Pages of one layout are compared: what repeats is the site's, what varies is the article's.
 * Each page's extraction without a rule, its JSON-LD and its metadata say what is probably content;
 * selectors are chosen that agree with that on all pages at once, so that what was wrong on one
 * page is outvoted by the others.
 */
public final class RuleLearner {
  /** From so many pages on a rule is more than a guess. */
  public static final int ENOUGH_PAGES = 3;

  /** More pages than this tell nothing new. */
  public static final int MOST_PAGES = 20;

  /** A part that makes the texts agree less than this is left out. */
  private static final double TOLERANCE = 0.003;

  private final Extractor automatic = new Extractor(RuleSet.none());
  private final DraftTrial trials = new DraftTrial();

  /**
   * The rule of these pages, or empty if fewer than two of them are articles of one layout.
   *
   * @param pages pages of one site
   */
  public Optional<LearnedRule> learn(List<FetchedPage> pages) {
    List<PageView> views =
        pages.stream().limit(MOST_PAGES).map(page -> PageView.of(page, automatic)).toList();
    PageGroups groups = PageGroups.of(views);
    if (groups.chosen().size() < 2) {
      return Optional.empty();
    }
    List<LearnPage> chosen = LearnPages.of(groups.chosen());
    Url url = chosen.get(0).view().page().url();
    Url site = Url.of(url.origin() + "/");
    BodyLearner.Found body = new BodyLearner(chosen).find();
    LearnedDraft draft = withRemovals(LearnedDraft.of(site, body.alternatives()), chosen);
    draft = withHeadline(draft, chosen);
    ValueLearner values = new ValueLearner(chosen);
    draft = draft.withFacts(values.author(), values.date());
    return Optional.of(finished(draft, chosen, groups, body));
  }

  private LearnedDraft withRemovals(LearnedDraft draft, List<LearnPage> pages) {
    if (draft.body().isEmpty()) {
      return draft;
    }
    Extractor trial = trials.extractor(draft);
    List<Set<String>> kept = new ArrayList<>();
    for (LearnPage page : pages) {
      List<Block> blocks =
          trial.extract(page.view().page()).blocks().stream()
              .filter(block -> block.label() == Label.CONTENT)
              .map(LabelledBlock::block)
              .toList();
      kept.add(RemovalLearner.texts(blocks));
    }
    String css = draft.body().get(0).selector().css();
    List<Removal> removals = new ArrayList<>();
    double agreement = trials.agreement(draft, pages);
    for (Removal removal : new RemovalLearner(pages, css, kept).find()) {
      List<Removal> more = new ArrayList<>(removals);
      more.add(removal);
      double with = trials.agreement(draft.withRemovals(more), pages);
      if (with >= agreement) {
        removals = more;
        agreement = with;
      }
    }
    return draft.withRemovals(removals);
  }

  private LearnedDraft withHeadline(LearnedDraft draft, List<LearnPage> pages) {
    ValueLearner values = new ValueLearner(pages);
    LearnedDraft with = draft.withHeadline(values.title(), values.subtitle());
    return trials.agreement(with, pages) >= trials.agreement(draft, pages) - TOLERANCE
        ? with
        : draft;
  }

  private LearnedRule finished(
      LearnedDraft draft, List<LearnPage> pages, PageGroups groups, BodyLearner.Found body) {
    double agreement = trials.agreement(draft, pages);
    List<String> remarks = remarks(draft, pages, body);
    Extractor trial = trials.extractor(draft);
    List<Sample> samples = new ArrayList<>();
    SampleNames names = new SampleNames();
    for (LearnPage page : pages) {
      if (trial.extract(page.view().page()) instanceof Extracted extracted) {
        byte[] bytes = page.view().selfContained();
        String name = names.nameOf(extracted.article());
        samples.add(new Sample(name, page.view().page().url(), bytes, extracted.article().text()));
      }
    }
    RuleWriter yaml = new RuleWriter();
    yaml.comment("yaml-language-server: $schema=../winnow-rule.schema.json");
    yaml.comment(
        "Learned from " + pages.size() + " pages. Each remark begins with a score from 0 to 1.");
    remarks.forEach(yaml::comment);
    draft.write(yaml);
    if (!samples.isEmpty()) {
      yaml.comment("The texts are drafts: what this rule makes of the pages. Correct them.");
      yaml.list("tests");
      for (Sample sample : samples) {
        yaml.item(
            RuleWriter.fields(
                "page", "samples/" + sample.name() + ".html",
                "url", sample.url().toString(),
                "gold", "samples/" + sample.name() + ".txt"));
      }
    }
    trials.check(yaml.toString());
    return new LearnedRule(
        draft.site(),
        yaml.toString(),
        draft.findings(),
        samples,
        leftOut(groups),
        remarks,
        agreement);
  }

  private static List<String> remarks(
      LearnedDraft draft, List<LearnPage> pages, BodyLearner.Found body) {
    List<String> remarks = new ArrayList<>();
    if (pages.size() < ENOUGH_PAGES) {
      remarks.add(
          "Low evidence: only %d pages of one layout. Learn again from 5 to 10."
              .formatted(pages.size()));
    }
    if (draft.body().isEmpty()) {
      remarks.add(
          "No stable selector fits the body on most pages; it is found without one, page by page.");
    } else {
      remarks.add(
          "A body selector chosen without a page fits that page by %.2f (mean)."
              .formatted(body.leftOneOut()));
    }
    return remarks;
  }

  private static List<String> leftOut(PageGroups groups) {
    return groups.leftOut().entrySet().stream()
        .map(entry -> entry.getKey().page().url() + ": " + entry.getValue())
        .sorted()
        .toList();
  }
}
