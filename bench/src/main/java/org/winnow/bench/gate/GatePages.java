// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the gate's pages: every template with every article of its form in every language. */
final class GatePages {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many blocks come before the first advertisement, link or paywall. */
  private static final int OPENING = 2;

  private GatePages() {}

  /** The pages of a gate's folder, always in the same order and with the same bytes. */
  static List<GatePage> make(Path folder) throws IOException {
    List<GateTemplate> templates = GateTemplate.read(folder);
    List<GatePage> pages = new ArrayList<>();
    for (Map<String, Object> language : GateTexts.languages(folder.resolve("texts"))) {
      List<GateArticle> articles =
          GateTexts.maps(language, "articles").stream().map(GateArticle::of).toList();
      for (GateTemplate template : templates) {
        for (GateArticle article : articles) {
          if (article.form().equals(template.form())) {
            pages.add(page(template, article, articles, language));
          }
        }
      }
    }
    return pages;
  }

  private static GatePage page(
      GateTemplate template,
      GateArticle article,
      List<GateArticle> articles,
      Map<String, Object> language) {
    String code = GateTexts.text(language, "language");
    String id = template.name() + "/" + code + "/" + GateTexts.text(article.fields(), "slug");
    Charset charset =
        template.isLegacy()
            ? Charset.forName(GateTexts.text(language, "legacy"))
            : StandardCharsets.UTF_8;
    Map<String, Object> context = new HashMap<>(language);
    context.putAll(article.fields());
    context.putAll(parts(article));
    List<String> share = GateTexts.strings(language, "share");
    List<String> headlines = GateTexts.strings(language, "headlines");
    for (int i = 0; i < share.size(); i++) {
      context.put("share" + i, share.get(i));
    }
    for (int i = 1; i < headlines.size(); i++) {
      context.put("related" + i, headlines.get(i));
    }
    List<GateArticle> others =
        articles.stream()
            .filter(other -> !other.equals(article) && other.form().equals("article"))
            .toList();
    context.put("others", others.stream().map(GateArticle::fields).toList());
    context.put("json", json(article, others.isEmpty() ? article : others.get(0), language));
    context.put("charset", charset.name());
    context.put("url", GatePage.address(id));
    List<String> gold = new ArrayList<>();
    for (String part : template.gold()) {
      gold.addAll(
          context.get(part) instanceof List<?>
              ? GateArticle.lines(GateTexts.maps(context, part))
              : List.of(GateTexts.text(context, part)));
    }
    gold.removeIf(String::isEmpty);
    return new GatePage(
        id,
        template.kind(),
        code,
        template.template().execute(context),
        charset,
        String.join("\n\n", gold) + "\n");
  }

  /** The body in pieces, for templates that put something between them. */
  private static Map<String, Object> parts(GateArticle article) {
    List<Map<String, Object>> body = article.body();
    int first = Math.min(OPENING, body.size());
    int last = Math.max(first, body.size() * 2 / 3);
    return Map.of(
        "opening", body.subList(0, first),
        "first", body.subList(0, first),
        "rest", body.subList(first, body.size()),
        "middle", body.subList(first, last),
        "last", body.subList(last, body.size()));
  }

  /** Parts of the page as JSON for scripts. */
  private static Map<String, String> json(
      GateArticle article, GateArticle other, Map<String, Object> language) {
    List<String> lines = new ArrayList<>(List.of(article.lead()));
    lines.addAll(GateArticle.lines(article.body()));
    lines.removeIf(String::isEmpty);
    StringBuilder html = new StringBuilder();
    List<Map<String, String>> blocks = new ArrayList<>();
    for (String line : lines) {
      html.append("<p>").append(GateTemplate.escaped(line)).append("</p>");
      blocks.add(Map.of("text", line));
    }
    Map<String, Object> cookie = GateTexts.map(language, "cookie");
    Map<String, String> json = new HashMap<>();
    json.put("title", json(article.title()));
    json.put("lead", json(article.lead()));
    json.put("author", json(GateTexts.text(article.fields(), "author")));
    json.put("site", json(GateTexts.text(language, "site")));
    json.put("nav", json(GateTexts.strings(language, "nav")));
    json.put("headlines", json(GateTexts.strings(language, "headlines")));
    json.put("cookieTitle", json(GateTexts.text(cookie, "title")));
    json.put("cookieText", json(GateTexts.text(cookie, "text")));
    json.put("html", json(html.toString()));
    json.put("blocks", json(blocks));
    json.put("otherTitle", json(other.title()));
    json.put("otherBody", json(String.join("\n", GateArticle.lines(other.body()))));
    return json;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value).replace("</", "<\\/");
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
