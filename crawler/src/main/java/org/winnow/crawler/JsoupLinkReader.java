// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.siterules.CrawlRule;

/**
 * Reads links with jsoup: anchors, image maps, feeds, the pages before and after, the canonical
 * address and a meta refresh. Honours the base element, nofollow on page and link, and where its
 * rule says that links are followed. Links to AMP twins are not read.
 */
final class JsoupLinkReader implements LinkReader {
  // A page has some hundred links; the cap keeps a page made of links from filling the frontier.
  private static final int MAX_LINKS = 5_000;
  private static final int MAX_FEEDS = 50;
  private static final int MAX_UNFOLLOWED = 100;
  // What browsers and servers agree on.
  private static final int MAX_LENGTH = 2_000;

  private static final Evaluator LINKS =
      QueryParser.parse("a[href], area[href], link[rel][href], meta[http-equiv=refresh]");
  private static final Evaluator ANCHORS = QueryParser.parse("a[href]");
  private static final Evaluator NOFOLLOW = QueryParser.parse("a[href][rel~=(?i)\\bnofollow\\b]");
  private static final Evaluator OF_PAGE =
      QueryParser.parse("link[rel][href], meta[http-equiv=refresh]");
  private static final Set<String> FEED_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']+)");
  private static final Pattern REFRESH =
      Pattern.compile("(?i)^[\\d.\\s]*[;,]\\s*url\\s*=\\s*(.+)$");

  private final ElementLinks selected = new ElementLinks();
  private final String productToken;

  /** A reader for the robot of that name, in lower case. */
  JsoupLinkReader(String productToken) {
    this.productToken = productToken;
  }

  @Override
  public PageLinks read(FetchedPage page, CrawlRule rule) {
    return read(page, parse(page, rule.fetch().charset()), rule);
  }

  @Override
  public PageLinks read(FetchedPage page, Document document, CrawlRule rule) {
    RobotsDirectives robots = RobotsDirectives.of(page, document, productToken);
    Url base = base(page, document);
    if (!robots.isFollowed()) {
      List<Url> all = unfollowed(base, document.select(ANCHORS));
      return new PageLinks(List.of(), List.of(), all, robots.isIndexable());
    }
    List<Url> next =
        selected.values(document, rule.discover().pagination().next()).stream()
            .flatMap(href -> resolve(base, href).stream())
            .toList();
    return new PageLinks(
        links(base, elements(document, rule)),
        next,
        unfollowed(base, document.select(NOFOLLOW)),
        robots.isIndexable());
  }

  private static List<Url> unfollowed(Url base, Iterable<Element> elements) {
    List<Url> unfollowed = new ArrayList<>();
    for (Element element : elements) {
      if (unfollowed.size() < MAX_UNFOLLOWED) {
        resolve(base, element.attr("href")).ifPresent(unfollowed::add);
      }
    }
    return unfollowed;
  }

  private Iterable<Element> elements(Document document, CrawlRule rule) {
    if (rule.discover().follow().isEmpty()) {
      return document.select(LINKS);
    }
    Set<Element> elements = new LinkedHashSet<>(document.select(OF_PAGE));
    elements.addAll(selected.within(document, rule.discover().follow()));
    return elements;
  }

  private static List<Link> links(Url base, Iterable<Element> elements) {
    List<Link> feeds = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (Element element : elements) {
      if (links.size() == MAX_LINKS || feeds.size() == MAX_FEEDS) {
        break;
      }
      List<Link> target = isFeed(element) ? feeds : links;
      if (isFollowed(element)) {
        address(base, element)
            .map(url -> target == feeds ? Link.feed(url) : Link.page(url, Link.PLAIN))
            .ifPresent(target::add);
      }
    }
    feeds.addAll(links);
    return feeds;
  }

  private static Optional<Url> address(Url base, Element element) {
    String href = element.attr("href");
    if (element.normalName().equals("meta")) {
      Matcher refresh = REFRESH.matcher(element.attr("content").strip());
      href = refresh.find() ? refresh.group(1).replaceAll("^['\"]|['\"]$", "") : "";
    }
    return resolve(base, href);
  }

  private static Optional<Url> resolve(Url base, String text) {
    String href = text.strip();
    return href.isEmpty() || href.startsWith("#") || href.length() > MAX_LENGTH
        ? Optional.empty()
        : base.resolve(href);
  }

  private static boolean isFollowed(Element element) {
    Set<String> rel = rel(element);
    if (element.normalName().equals("link")) {
      return isFeed(element)
          || rel.contains("next")
          || rel.contains("prev")
          || rel.contains("canonical");
    }
    return !rel.contains("nofollow") && !rel.contains("amphtml");
  }

  private static boolean isFeed(Element element) {
    return element.normalName().equals("link")
        && rel(element).contains("alternate")
        && FEED_TYPES.contains(element.attr("type").strip().toLowerCase(Locale.ROOT));
  }

  private static Set<String> rel(Element element) {
    String rel = element.attr("rel");
    return rel.isEmpty()
        ? Set.of()
        : Set.copyOf(List.of(rel.strip().toLowerCase(Locale.ROOT).split("\\s+")));
  }

  private static Url base(FetchedPage page, Document document) {
    Element base = document.selectFirst("base[href]");
    return base == null
        ? page.url()
        : page.url().resolve(base.attr("href").strip()).orElse(page.url());
  }

  private static Document parse(FetchedPage page, @Nullable Charset ruled) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(page.body()),
          ruled == null ? charset(page) : ruled.name(),
          page.url().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not fail
    }
  }

  /** The header's charset, or null to let jsoup look for a byte order mark and a meta element. */
  private static @Nullable String charset(FetchedPage page) {
    Matcher matcher = CHARSET.matcher(page.header("Content-Type"));
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)).name() : null;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
