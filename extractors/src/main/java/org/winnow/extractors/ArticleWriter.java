// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.Label;
import org.winnow.corpus.LayoutPrint;
import org.winnow.corpus.Metadata;
import org.winnow.corpus.PageKind;
import org.winnow.corpus.Published;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.siterules.ElementSelector;
import org.winnow.siterules.TextRule;
import org.winnow.siterules.ValueSelector;

/** Makes the article of the labelled blocks and the page's metadata. */
final class ArticleWriter {
  private final ParsedPage parsed;
  private final Labelling labelling;
  private final LayoutPrint print;
  private final PageMetadata metadata;
  private final @Nullable CompiledRule rule;
  private final @Nullable RuleFields fields;
  private final TextRule text;
  private final Set<Label> kept;

  ArticleWriter(
      ParsedPage parsed,
      Labelling labelling,
      LayoutPrint print,
      @Nullable CompiledRule rule,
      @Nullable RuleFields fields,
      Set<Label> kept) {
    this.kept = kept;
    this.parsed = parsed;
    this.labelling = labelling;
    this.print = print;
    this.metadata = labelling.metadata();
    this.rule = rule;
    this.fields = fields;
    text = rule == null ? TextRule.KEEP : rule.rule().text();
  }

  Extraction write() {
    boolean isSplit = rule != null && rule.rule().languages().isSplitByScript();
    List<String> body = isSplit ? ScriptParts.ordered(body()) : body();
    PageKind kind = PageKinds.of(parsed.page(), metadata, labelling.page());
    if (body.isEmpty()) {
      return new NothingFound(whyNothing(), labelling.blocks(), use(), false, print, kind);
    }
    String byline = byline();
    Article article =
        new Article(
            parsed.page().url(),
            metadata.canonical(),
            normalised(labelling.headline()),
            normalised(labelling.kicker()),
            body,
            byline,
            published(),
            metadata.language(),
            rule == null ? Extractor.NO_RULE : rule.rule().name(),
            labelling.confidence(),
            kind,
            details(byline));
    Url nextPage = nextPage();
    Url fullPage = fullPage();
    return new Extracted(
        article, labelling.blocks(), nextPage, fullPage, use(), failedGates(article), print);
  }

  /** What else the page says, the authors being those that the rule has found. */
  private Metadata details(@Nullable String byline) {
    Metadata details = metadata.details();
    return byline == null || byline.equals(metadata.byline())
        ? details
        : details.withAuthors(AuthorNames.of(List.of(byline)));
  }

  private RuleUse use() {
    if (rule == null || fields == null) {
      return RuleUse.NONE;
    }
    List<FieldHit> hits = new ArrayList<>(fields.hits());
    int body = labelling.bodyAlternative();
    if (body >= 0) {
      ElementSelector selector = rule.extract().body().get(body);
      hits.add(new FieldHit("body", body, selector.text(), selector.mark()));
    }
    return new RuleUse(
        rule.rule(), rule.layout(), body < 0 && !rule.extract().body().isEmpty(), hits);
  }

  private List<FailedGate> failedGates(Article article) {
    if (rule == null) {
      return List.of();
    }
    List<FailedGate> failed = new ArrayList<>(QualityGates.failed(rule.rule(), article));
    if (rule.rule().quality().isArticlePage() && !metadata.isArticleType()) {
      failed.add(
          new FailedGate(QualityGates.PAGE_TYPE, "the page does not say that it is an article"));
    }
    return failed;
  }

  private List<String> body() {
    List<String> body = new ArrayList<>();
    PageBlocks page = labelling.page();
    int before = -1;
    for (int i = 0; i < page.size(); i++) {
      if (labelling.label(i) == Label.CONTENT || kept.contains(labelling.label(i))) {
        String written = TextNormaliser.normalise(page.text(i), text);
        if (before >= 0 && page.figures().continues(i, before)) {
          String joint = page.figures().isSpaced(i) ? " " : "";
          body.set(body.size() - 1, body.get(body.size() - 1) + joint + written);
        } else {
          body.add(written);
        }
        before = i;
      }
    }
    return body;
  }

  private String whyNothing() {
    if (labelling.size() == 0) {
      return "the page has no text";
    }
    if (rule != null && !rule.extract().body().isEmpty()) {
      return "extract.body of the rule "
          + rule.rule().name()
          + " matched nothing on this page ("
          + rule.extract().body().get(0).mark()
          + ")";
    }
    boolean isListing =
        labelling.blocks().stream().anyMatch(block -> block.reason().equals(ListingCheck.REASON));
    return isListing
        ? "the page has no run of prose; it looks like a listing, not like an article"
        : "no block of the page looks like an article's text";
  }

  private @Nullable String normalised(@Nullable String line) {
    return line == null ? null : TextNormaliser.normalise(line, text);
  }

  private @Nullable String byline() {
    if (rule != null && fields != null) {
      RuleFields.Value author = fields.first("author", rule.extract().author());
      if (author != null) {
        return author.text();
      }
    }
    return metadata.byline();
  }

  private @Nullable Published published() {
    if (rule != null && fields != null) {
      Published published = fields.date(rule.extract().date());
      if (published != null) {
        return published;
      }
    }
    return metadata.published();
  }

  private @Nullable Url nextPage() {
    Url here = parsed.page().url();
    Url stated = rule == null ? null : link("nextPage", rule.extract().nextPage());
    Url next = stated == null ? metadata.nextPage() : stated;
    return next == null || next.equals(here) || !next.host().equals(here.host()) ? null : next;
  }

  private @Nullable Url fullPage() {
    Url here = parsed.page().url();
    Url full = rule == null ? null : link("fullPage", rule.extract().fullPage());
    return full == null || full.equals(here) || !full.host().equals(here.host()) ? null : full;
  }

  private @Nullable Url link(String field, List<ValueSelector> alternatives) {
    RuleFields.Value found = fields == null ? null : fields.first(field, alternatives);
    if (found == null) {
      return null;
    }
    Element link = found.element();
    String address = link != null && link.hasAttr("href") ? link.attr("href") : found.text();
    return parsed.page().url().resolve(address.strip()).orElse(null);
  }
}
