// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.corpus.Url;

/**
 * One site of the miniature web: stored articles, and around them what a site has: a home page with
 * links, a feed, a robots.txt, a section page, a page that is gone.
 */
final class MiniatureSite {
  private static final Pattern LANGUAGE = Pattern.compile("(?i)<html[^>]*\\slang=\"?([a-z-]+)");

  /** Languages that are written from right to left. */
  private static final Pattern RIGHT_TO_LEFT = Pattern.compile("(ar|fa|he|ur)\\b.*");

  private final Url home;
  private final String name;
  private final String language;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<Url, String> articles;

  /**
   * @param home the site's address
   * @param pages the stored pages by address
   * @param articles which of them the site links to, with the text of the link
   */
  MiniatureSite(Url home, Map<Url, byte[]> pages, Map<Url, String> articles) {
    this.home = home;
    this.name = home.host();
    this.articles = articles;
    this.language = languageOf(pages.values().iterator().next());
    files.put("/", utf8(page(name, links() + "<p><a href=\"/gone\">…</a></p>")));
    files.put("/latest", utf8(page(name, links())));
    files.put("/feed.xml", utf8(feed()));
    files.put("/robots.txt", utf8("User-agent: *\nDisallow: /search\n"));
    pages.forEach((url, body) -> files.put(target(url), body));
  }

  /** The scheme and host that the site claims to be at. */
  String origin() {
    return home.origin();
  }

  /** What lies under that path and query, or null if nothing does. */
  byte @org.jspecify.annotations.Nullable [] file(String target) {
    return files.get(target);
  }

  /** The body of the answer for everything else. */
  byte[] notFound() {
    return utf8(page("404", "<p>404</p>"));
  }

  static String contentType(String target) {
    return switch (target) {
      case "/robots.txt" -> "text/plain; charset=utf-8";
      case "/feed.xml" -> "application/rss+xml; charset=utf-8";
      default -> "text/html";
    };
  }

  private static String target(Url url) {
    return url.path() + url.query().map(query -> "?" + query).orElse("");
  }

  private String page(String title, String main) {
    String direction = RIGHT_TO_LEFT.matcher(language).matches() ? "rtl" : "ltr";
    return """
        <!DOCTYPE html>
        <html lang="%s" dir="%s">
        <head><meta charset="utf-8"><title>%s</title>
        <link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>
        <body>
        <header><a href="/">%s</a></header>
        <nav><ul><li><a href="/">⌂</a></li><li><a href="/latest">≡</a></li>
        <li><a href="/search?q=">⌕</a></li></ul></nav>
        <main>%s</main>
        <footer>© %s</footer>
        </body></html>
        """
        .formatted(language, direction, escaped(title), name, main, name);
  }

  private String links() {
    StringBuilder links = new StringBuilder("<ul>\n");
    articles.forEach(
        (url, headline) ->
            links
                .append("<li><a href=\"")
                .append(escaped(target(url)))
                .append("\">")
                .append(escaped(headline))
                .append("</a></li>\n"));
    return links.append("</ul>\n").toString();
  }

  private String feed() {
    StringBuilder feed =
        new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>")
            .append("<title>" + name + "</title><link>" + home + "</link>")
            .append("<description>" + name + "</description>\n");
    articles.forEach(
        (url, headline) ->
            feed.append("<item><title>" + escaped(headline) + "</title><link>")
                .append(escaped(url.toString()))
                .append("</link></item>\n"));
    return feed.append("</channel></rss>\n").toString();
  }

  private static String languageOf(byte[] page) {
    String start = new String(page, 0, Math.min(page.length, 2000), StandardCharsets.ISO_8859_1);
    Matcher language = LANGUAGE.matcher(start);
    return language.find() ? language.group(1) : "en";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
