// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.winnow.corpus.Article;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Label;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.siterules.LayoutRule;
import org.winnow.siterules.PhraseLists;
import org.winnow.siterules.PresetNames;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * Makes an article of a page, offline and repeatable: the same bytes and the same rules give the
 * same text. Never throws on a page, whatever is in it. Safe for use by several threads.
 *
 * <p>The order of the stages is fixed, whatever the order in a rule's file: rule and layout by
 * address and date, charset, {@code extract.htmlReplace}, parsing, metadata and single values on
 * the untouched document, {@code extract.body} ({@code fallback}), {@code keep}, presets, {@code
 * remove} (selectors, names, blocks, startAfter, cutAt, lines), headline, {@code text}, {@code
 * languages}, {@code quality}.
 */
public final class Extractor {
  /** The rule's name in an article that was made without one. */
  static final String NO_RULE = "auto";

  private final SiteRules rules;
  private final PhraseLists phrases = PhraseLists.bundled();
  private final ElementNames names = new ElementNames(PresetNames.bundled());

  private final BlockModel model;
  private final Set<Label> kept;
  private final SiteTitles titles;

  /** An extractor with these rules; pages of other sites are extracted without one. */
  public Extractor(RuleSet rules) {
    this(rules, new SiteTitles());
  }

  /** The same with another model for pages without a rule. */
  public Extractor(RuleSet rules, BlockModel model) {
    this(new SiteRules(rules), model, Set.of(), new SiteTitles());
  }

  /**
   * An extractor with these rules.
   *
   * @param titles what the titles of sites have in common; only read, and may be added to meanwhile
   */
  public Extractor(RuleSet rules, SiteTitles titles) {
    this(new SiteRules(rules), BlockModel.bundled(), Set.of(), titles);
  }

  private Extractor(SiteRules rules, BlockModel model, Set<Label> kept, SiteTitles titles) {
    this.rules = rules;
    this.model = model;
    this.kept = kept;
    this.titles = titles;
  }

  /**
   * This extractor, keeping blocks of these labels in the text too, in page order: comments,
   * captions, related articles, bylines.
   */
  public Extractor keeping(Set<Label> labels) {
    return new Extractor(rules, model, Set.copyOf(labels), titles);
  }

  /** The article on that page, or the reason why there is none. */
  public Extraction extract(FetchedPage page) {
    return extract(page, document -> {});
  }

  /**
   * The same for somebody who also reads the page.
   *
   * @param reader given the document that the page was parsed into, before anything is made of it;
   *     only to be read, and not later. Given another one where a rule was chosen by what is in the
   *     first, none where nothing had to be parsed
   */
  public Extraction extract(FetchedPage page, Consumer<Document> reader) {
    Optional<String> unreadable = PageParser.unreadable(page);
    if (unreadable.isPresent()) {
      return new NothingFound(unreadable.get(), List.of());
    }
    Optional<SiteRule> bySite = rules.ofSite(page);
    if (bySite.isPresent()) {
      return byRule(page, bySite.get(), reader);
    }
    ParsedPage parsed = PageParser.parse(page);
    reader.accept(parsed.document());
    Optional<SiteRule> byContent = rules.byContent(parsed);
    return byContent.isPresent() ? byRule(page, byContent.get(), reader) : automatic(parsed);
  }

  /**
   * What an article is not that its rule asks for, once its pages are joined.
   *
   * @param first what was made of its first page
   * @param whole the article of all its pages
   */
  public List<FailedGate> failedGates(Extracted first, Article whole) {
    List<FailedGate> failed = new ArrayList<>();
    rules.named(whole.rule()).ifPresent(rule -> failed.addAll(QualityGates.failed(rule, whole)));
    first.failedGates().stream()
        .filter(gate -> gate.gate().equals(QualityGates.PAGE_TYPE))
        .forEach(failed::add);
    return failed;
  }

  /** The page as {@link #extract} parses it. */
  ParsedPage parsed(FetchedPage page) {
    ParsedPage plain = PageParser.parse(page);
    return rules
        .ofSite(page)
        .or(() -> rules.byContent(plain))
        .map(
            site -> {
              CompiledRule rule =
                  rules.compiled(site, site.layouts().of(page.url(), page.fetched()));
              return PageParser.parse(
                  page, site.crawl().fetch().charset(), rule.extract().htmlReplace());
            })
        .orElse(plain);
  }

  private Extraction automatic(ParsedPage parsed) {
    PageWalk walk = PageWalk.over(parsed.document(), names);
    PageMetadata metadata = PageMetadata.of(parsed, walk.scan(), true, titles);
    Labelling labelling = new Labelling(walk.blocks(), metadata);
    Steps.automatic(phrases, model).forEach(step -> step.label(labelling));
    return new ArticleWriter(parsed, labelling, walk.print(), null, null, kept).write();
  }

  private Extraction byRule(FetchedPage page, SiteRule site, Consumer<Document> reader) {
    Optional<LayoutRule> layout = site.layouts().of(page.url(), page.fetched());
    Optional<String> noArticle = SiteRules.whyNoArticle(site, layout, page.url());
    if (noArticle.isPresent()) {
      return new NothingFound(noArticle.get(), List.of());
    }
    CompiledRule rule = rules.compiled(site, layout);
    ParsedPage parsed =
        PageParser.parse(page, site.crawl().fetch().charset(), rule.extract().htmlReplace());
    reader.accept(parsed.document());
    XPathDom xpaths = new XPathDom(parsed.document());
    RuleFields fields = new RuleFields(parsed, rule, xpaths);
    RuleMatches matches = RuleMatches.of(rule, parsed, fields, xpaths);
    PageWalk walk = PageWalk.over(parsed.document(), names, matches.shown(), matches.apart());
    PageMetadata metadata =
        PageMetadata.of(parsed, walk.scan(), rule.extract().isJsonLdUsed(), titles);
    Labelling labelling = new Labelling(walk.blocks(), metadata);
    Steps.ofRule(phrases, model, matches).forEach(step -> step.label(labelling));
    Extraction extraction =
        new ArticleWriter(parsed, labelling, walk.print(), rule, fields, kept).write();
    return extraction instanceof NothingFound nothing && isMissed(parsed, metadata)
        ? nothing.missed()
        : extraction;
  }

  /**
   * Whether a page on which its rule finds nothing has an article all the same. Front pages and
   * sections often say that they are articles, but not when they were published.
   */
  private boolean isMissed(ParsedPage parsed, PageMetadata metadata) {
    return (metadata.isArticleType() && metadata.published() != null)
        || (automatic(parsed) instanceof Extracted found && found.isKept());
  }
}
