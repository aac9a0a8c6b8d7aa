// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.corpus.Url;
import org.winnow.siterules.DiscoverRule.Pagination;
import org.winnow.siterules.FetchRule.Header;
import org.winnow.siterules.ValueReader.Use;
import org.winnow.siterules.YamlNode.Entry;
import org.winnow.siterules.YamlNode.Mapping;
import org.winnow.siterules.YamlNode.Scalar;

/** Reads {@code discover}, {@code fetch} and {@code schedule}. */
final class CrawlReader {
  private static final int MOST = 100_000_000;

  /** More at a time is no crawl but a load test. */
  private static final int MOST_REQUESTS = 8;

  /** What every request sets by itself, or what would carry somebody's identity. */
  private static final List<String> REFUSED_HEADERS =
      List.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "accept-encoding",
          "if-none-match",
          "if-modified-since",
          "user-agent",
          "cookie",
          "authorization",
          "proxy-authorization");

  private final SelectorReader selectors;
  private final ValueReader values;

  CrawlReader(SelectorReader selectors) {
    this.selectors = selectors;
    this.values = new ValueReader(selectors);
  }

  CrawlRule read(Section rule, Url site) {
    return new CrawlRule(
        rule.section("discover", Keys.DISCOVER)
            .map(section -> discover(section, site))
            .orElse(DiscoverRule.NONE),
        rule.section("fetch", Keys.FETCH).map(CrawlReader::fetch).orElse(FetchRule.NONE),
        rule.section("schedule", Keys.SCHEDULE)
            .map(ScheduleReader::read)
            .orElse(ScheduleRule.NONE));
  }

  private DiscoverRule discover(Section section, Url site) {
    Optional<Section> articles = section.section("articles", Keys.ARTICLES);
    return new DiscoverRule(
        addresses(section, "feeds", site),
        addresses(section, "sitemaps", site),
        addresses(section, "seeds", site),
        articles.map(found -> LineRegex.searches(found, "allow")).orElse(List.of()),
        articles.map(found -> LineRegex.searches(found, "deny")).orElse(List.of()),
        selectors.selectors(section, "follow"),
        section
            .section("pagination", Keys.PAGINATION)
            .map(found -> pagination(found, site))
            .orElse(Pagination.NONE),
        section.field("depth").flatMap(f -> Quantity.number(f, 0, MOST)).orElse(null),
        section.field("limit").flatMap(f -> Quantity.number(f, 1, MOST)).orElse(null),
        section.texts("dropQuery"),
        section.field("newerThan").flatMap(Quantity::duration).orElse(null));
  }

  private static List<Url> addresses(Section section, String key, Url site) {
    List<Url> addresses = new ArrayList<>();
    for (Field item : section.items(key)) {
      item.text().flatMap(text -> address(text, item, site)).ifPresent(addresses::add);
    }
    return addresses;
  }

  private static Optional<Url> address(String text, Field item, Url site) {
    boolean isMeantAsAddress = text.startsWith("/") || text.startsWith("http");
    Optional<Url> url = isMeantAsAddress ? site.resolve(text) : Optional.empty();
    if (url.isEmpty()) {
      item.problem("'" + text + "' is not an address; write /path or https://host/path");
    }
    return url;
  }

  private Pagination pagination(Section section, Url site) {
    if (section.has("next") == section.has("template")) {
      section.problem("wants either next or template");
    }
    Optional<Field> template = section.field("template");
    Optional<String> text = section.text("template");
    template.ifPresent(
        field -> {
          if (text.isPresent() && !text.get().contains("{page}")) {
            field.problem("'" + text.get() + "' names one page; write {page} for the number");
          } else {
            text.ifPresent(address -> address(address.replace("{page}", "1"), field, site));
          }
        });
    return new Pagination(
        links(section),
        text.orElse(null),
        section.field("max").flatMap(f -> Quantity.number(f, 1, MOST)).orElse(null));
  }

  /** The next page is a link of the page, so nothing but its elements can name it. */
  private List<ValueSelector> links(Section section) {
    List<ValueSelector> links = values.values(section, "next", Use.LINK);
    for (ValueSelector link : links) {
      if (!(link instanceof ValueSelector.Css || link instanceof ValueSelector.XPath)) {
        section
            .field("next")
            .ifPresent(field -> field.problem("is a link of the page; write css or xpath"));
      }
    }
    return links;
  }

  private static FetchRule fetch(Section section) {
    return new FetchRule(
        section.field("delay").flatMap(Quantity::duration).orElse(null),
        section
            .field("concurrency")
            .flatMap(field -> Quantity.number(field, 1, MOST_REQUESTS))
            .orElse(null),
        section.field("headers").map(CrawlReader::headers).orElse(List.of()),
        section.field("charset").flatMap(CrawlReader::charset).orElse(null),
        section.choice("robots", FetchRule.Robots.class).orElse(FetchRule.Robots.OBEY),
        section.choice("render", FetchRule.Render.class).orElse(FetchRule.Render.NEVER),
        section.field("timeout").flatMap(Quantity::duration).orElse(null),
        section.field("maxBytes").flatMap(Quantity::bytes).orElse(null),
        section.field("insecure").flatMap(Field::bool).orElse(false));
  }

  private static List<Header> headers(Field field) {
    if (!(field.node() instanceof Mapping mapping)) {
      field.problem("is " + field.node().kind() + "; a mapping of headers is wanted here");
      return List.of();
    }
    List<Header> headers = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      Field value = new Field(entry.value(), field.path() + "." + entry.key(), field.problems());
      String name = entry.key();
      if (REFUSED_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
        value.problem("is not set by rules");
      } else if (!name.matches("[A-Za-z0-9-]{1,60}")) {
        value.problem("'" + name + "' is not the name of a header");
      } else if (value.node() instanceof Scalar scalar
          && !scalar.value().matches("[\\x20-\\x7E]*")) {
        value.problem("a header has letters, digits and signs of ASCII only");
      } else {
        value.text().ifPresent(text -> headers.add(new Header(name, text)));
      }
    }
    return headers;
  }

  private static Optional<Charset> charset(Field field) {
    Optional<String> name = field.text();
    try {
      return name.map(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      field.problem(
          "'"
              + name.orElse("")
              + "' is not a charset"
              + Suggestion.of(name.orElse(""), Charset.availableCharsets().keySet())
              + "; write utf-8 or windows-1256");
      return Optional.empty();
    }
  }
}
