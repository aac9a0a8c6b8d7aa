// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.winnow.corpus.Block;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.LabelledBlock;
import org.winnow.extractors.dates.PublishedDates;
import org.winnow.siterules.PresetNames;

/**
 * A page with its elements, its blocks and what the extraction without a rule makes of them: what
 * {@link org.winnow.extractors.learn} works on. Elements are numbered in page order; each covers a
 * run of blocks. Never throws on a page; not for use by several threads.
 */
public final class PageView {
  private final ParsedPage parsed;
  private final PageBlocks blocks;
  private final PageScan scan;
  private final JsonLd jsonLd;
  private final PageMetadata metadata;
  private final Extraction extraction;

  private PageView(ParsedPage parsed, Extraction extraction) {
    this.parsed = parsed;
    this.extraction = extraction;
    PageWalk walk = PageWalk.over(parsed.document(), new ElementNames(PresetNames.bundled()));
    blocks = walk.blocks();
    scan = walk.scan();
    jsonLd = JsonLd.of(scan.jsonLd(), address -> true);
    metadata = PageMetadata.of(parsed, scan);
  }

  /**
   * That page as the extractor sees it.
   *
   * @param automatic an extractor without rules
   */
  public static PageView of(FetchedPage page, Extractor automatic) {
    return new PageView(PageParser.parse(page), automatic.extract(page));
  }

  /**
   * The same where it is known already what comes of it, by whatever rules.
   *
   * @param extraction of that page
   */
  public static PageView of(FetchedPage page, Extraction extraction) {
    return new PageView(PageParser.parse(page), extraction);
  }

  public FetchedPage page() {
    return parsed.page();
  }

  /** The parsed page, only to be read. */
  public Document document() {
    return parsed.document();
  }

  /** What came of the page without a rule. */
  public Extraction extraction() {
    return extraction;
  }

  /** Every block, labelled without a rule. */
  public List<LabelledBlock> blocks() {
    return extraction.blocks();
  }

  /** Every block as it is read where no rule asks for others: what {@link #first} counts. */
  public List<Block> plainBlocks() {
    return blocks.blocks();
  }

  /** How many visible elements there are. */
  public int elements() {
    return blocks.elements().size();
  }

  public Element element(int number) {
    return blocks.elements().element(number);
  }

  /** The number of the element around that one, or -1. */
  public int parent(int number) {
    return blocks.elements().parent(number);
  }

  /** The first block of the element with that number. */
  public int first(int number) {
    return blocks.elements().first(number);
  }

  /** The block after the element's last one; equal to {@link #first} if it covers none. */
  public int end(int number) {
    return blocks.elements().end(number);
  }

  /** Which blocks stand in these elements. */
  public boolean[] covered(List<Element> elements) {
    return Coverage.of(blocks, elements);
  }

  /** The tag paths of the visible elements, {@code body>div>p}: the page's layout. */
  public Set<String> tagPaths() {
    Set<String> paths = new HashSet<>();
    List<String> byNumber = new ArrayList<>();
    for (int i = 0; i < elements(); i++) {
      String around = parent(i) < 0 ? "" : byNumber.get(parent(i));
      String tag = element(i).normalName();
      // Deeper down it is the text that differs, not the layout.
      String path = around.length() > 120 ? around : around + ">" + tag;
      byNumber.add(path);
      paths.add(path);
    }
    return paths;
  }

  /** The content of the meta element of that name or property, or empty. */
  public String meta(String name) {
    return CleanText.of(scan.meta(name));
  }

  /** The value at that path of the page's JSON-LD article, or empty. */
  public String jsonLd(String path) {
    return CleanText.of(jsonLd.value(path));
  }

  /** The article's text as the JSON-LD has it, or empty. */
  public String articleBody() {
    return metadata.articleBody() == null ? "" : metadata.articleBody();
  }

  /** Whether the page says that it is an article. */
  public boolean isArticleType() {
    return metadata.isArticleType();
  }

  /** The day that a text names, read as a date on this page. */
  public Optional<LocalDate> day(String text) {
    return PublishedDates.parse(text, page().fetched()).map(published -> published.date());
  }

  /**
   * The page's bytes so that they read the same without the response's headers: those that came,
   * or, where only a header says in which charset, UTF-8 with a byte order mark.
   */
  public byte[] selfContained() {
    FetchedPage page = page();
    FetchedPage bare =
        new FetchedPage(
            page.requested(), page.url(), page.fetched(), page.status(), List.of(), page.body());
    DecodedPage withHeaders = PageDecoder.decode(page);
    return PageDecoder.decode(bare).text().equals(withHeaders.text())
        ? page.body()
        : ("\uFEFF" + withHeaders.text()).getBytes(StandardCharsets.UTF_8);
  }
}
