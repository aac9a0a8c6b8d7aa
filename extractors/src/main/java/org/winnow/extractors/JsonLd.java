// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * The object of a page's JSON-LD that describes the article: an Article or one of its kinds, else
 * the page itself. Never throws, whatever the page has in its scripts. Immutable.
 */
final class JsonLd {
  /** A page that has no JSON-LD. */
  static final JsonLd NONE =
      new JsonLd(JsonNodeFactory.instance.objectNode(), Map.of(), Set.of(), false);

  /** Article and what schema.org derives from it. */
  private static final Set<String> ARTICLES =
      Set.of(
          "AdvertiserContentArticle",
          "AnalysisNewsArticle",
          "Article",
          "AskPublicNewsArticle",
          "BackgroundNewsArticle",
          "BlogPosting",
          "DiscussionForumPosting",
          "LiveBlogPosting",
          "MedicalScholarlyArticle",
          "NewsArticle",
          "OpinionNewsArticle",
          "Report",
          "ReportageNewsArticle",
          "ReviewNewsArticle",
          "SatiricalArticle",
          "ScholarlyArticle",
          "SocialMediaPosting",
          "TechArticle");

  private static final Set<String> PAGES =
      Set.of("WebPage", "ItemPage", "AboutPage", "FAQPage", "QAPage", "Recipe", "VideoObject");

  /** Where an article may stand inside another object and still be what the page is about. */
  private static final List<String> CONTAINERS =
      List.of("@graph", "mainEntity", "mainEntityOfPage");

  private static final int MAX_OBJECTS = 1_000;
  private static final int MAX_VALUES = 64;

  private final JsonNode object;
  private final Map<String, JsonNode> byId;
  private final Set<String> types;
  private final boolean article;

  private JsonLd(JsonNode object, Map<String, JsonNode> byId, Set<String> types, boolean article) {
    this.object = object;
    this.byId = byId;
    this.types = types;
    this.article = article;
  }

  /**
   * The article in these scripts.
   *
   * @param isThisPage whether an address is the page's own: of several articles it tells which
   */
  static JsonLd of(List<String> scripts, Predicate<String> isThisPage) {
    List<JsonNode> objects = new ArrayList<>();
    for (String script : scripts) {
      collect(LenientJson.read(script), objects);
    }
    if (objects.isEmpty()) {
      return NONE;
    }
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode object : objects) {
      if (object.size() > 1 && object.has("@id")) {
        byId.putIfAbsent(object.get("@id").asText(), object);
      }
    }
    JsonNode best = null;
    int bestRank = 0;
    Set<String> types = new LinkedHashSet<>();
    for (JsonNode object : objects) {
      types.addAll(typesOf(object));
      int rank = rank(object, isThisPage);
      if (rank > bestRank) {
        best = object;
        bestRank = rank;
      }
    }
    return best == null
        ? new JsonLd(JsonNodeFactory.instance.objectNode(), byId, types, false)
        : new JsonLd(best, byId, types, hasType(best, ARTICLES));
  }

  /** Whether the object is an article, not merely a page. */
  boolean isArticle() {
    return article;
  }

  /** The schema.org types of everything that the scripts describe: NewsArticle, Product. */
  Set<String> types() {
    return types;
  }

  /** The first value at that dotted path, such as {@code author.name}; empty if there is none. */
  String value(String path) {
    List<String> values = values(path);
    return values.isEmpty() ? "" : values.get(0);
  }

  /**
   * Every value at that dotted path: arrays are entered, references by {@code @id} followed, markup
   * and entities resolved. A path that ends at an object yields the object's name.
   */
  List<String> values(String path) {
    List<JsonNode> nodes = List.of(object);
    for (String step : path.split("\\.", -1)) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : nodes) {
        addAll(next, resolved(node).path(step), 0);
      }
      nodes = next;
    }
    Set<String> values = new LinkedHashSet<>();
    for (JsonNode node : nodes) {
      JsonNode named = node.isObject() ? firstOf(resolved(node), "name", "@value", "url") : node;
      if (named.isValueNode() && !named.asText().isBlank()) {
        values.add(plain(named.asText()));
      }
    }
    return List.copyOf(values);
  }

  private static JsonNode firstOf(JsonNode node, String... fields) {
    for (String field : fields) {
      if (node.path(field).isValueNode()) {
        return node.path(field);
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  private static void addAll(List<JsonNode> nodes, JsonNode node, int depth) {
    if (node.isArray() && depth < 4) {
      for (JsonNode item : node) {
        addAll(nodes, item, depth + 1);
      }
    } else if (!node.isMissingNode() && nodes.size() < MAX_VALUES) {
      nodes.add(node);
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.isObject() && node.size() <= 2 && node.has("@id")
        ? byId.getOrDefault(node.get("@id").asText(), node)
        : node;
  }

  /** Quirk: many sites escape the text for HTML inside the script, some put markup in it. */
  private static String plain(String text) {
    String plain = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    int open = plain.indexOf('<');
    if (open >= 0 && plain.indexOf('>', open) > 0) {
      plain = Jsoup.parseBodyFragment(plain).text();
    }
    return plain.strip();
  }

  private static void collect(JsonNode root, List<JsonNode> objects) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty() && objects.size() < MAX_OBJECTS) {
      JsonNode node = open.remove();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        objects.add(node);
        for (String container : CONTAINERS) {
          JsonNode inner = node.path(container);
          if (inner.isContainerNode()) {
            open.add(inner);
          }
        }
      }
    }
  }

  private static int rank(JsonNode object, Predicate<String> isThisPage) {
    if (hasType(object, ARTICLES)) {
      return isOwn(object, isThisPage) ? 4 : 3;
    }
    return hasType(object, PAGES) ? isOwn(object, isThisPage) ? 2 : 1 : 0;
  }

  private static boolean isOwn(JsonNode object, Predicate<String> isThisPage) {
    for (String field : List.of("url", "mainEntityOfPage", "@id")) {
      JsonNode value = object.path(field);
      JsonNode address = value.isObject() ? value.path("@id") : value;
      if (address.isTextual() && isThisPage.test(address.asText())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasType(JsonNode object, Set<String> types) {
    return typesOf(object).stream().anyMatch(types::contains);
  }

  private static List<String> typesOf(JsonNode object) {
    JsonNode type = object.path("@type");
    if (!type.isArray()) {
      return type.isMissingNode() ? List.of() : List.of(localName(type.asText()));
    }
    List<String> types = new ArrayList<>(type.size());
    for (JsonNode one : type) {
      if (types.size() < MAX_VALUES) {
        types.add(localName(one.asText()));
      }
    }
    return types;
  }

  private static String localName(String type) {
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
  }
}
