// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import java.util.Random;

/**
 * A site of made-up articles, the same for the same number of pages: page 0 is the home page, every
 * page leads to ten more and to some that are known already. About 8 KB a page, of which the
 * article is two thirds.
 */
final class GeneratedSite {
  private static final int CHILDREN = 10;
  private static final int PARAGRAPHS = 9;
  private static final String[] WORDS =
      ("the council bridge harbour teacher market report winter decided opened between river after"
              + " engineers school number visitors yesterday morning a of in and with new old second"
              + " budget museum station region library farmers prices said noted expects improve"
              + " repair water supply street lights project annual meeting members vote quarter")
          .split(" ");

  private final int pages;

  GeneratedSite(int pages) {
    this.pages = pages;
  }

  int pages() {
    return pages;
  }

  static String path(int page) {
    return page == 0 ? "/" : "/news/2026/01/article-" + page + ".html";
  }

  /** The number of the page at that path, or -1. */
  int pageAt(String path) {
    if (path.equals("/")) {
      return 0;
    }
    String start = "/news/2026/01/article-";
    if (!path.startsWith(start) || !path.endsWith(".html")) {
      return -1;
    }
    String digits = path.substring(start.length(), path.length() - ".html".length());
    if (!digits.matches("[1-9][0-9]{0,8}")) {
      return -1;
    }
    int page = Integer.parseInt(digits);
    return page < pages ? page : -1;
  }

  String html(int page) {
    Random random = new Random(page * 7919L + 17);
    StringBuilder html = new StringBuilder(9_000);
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>")
        .append(headline(page))
        .append(" - The Daily Example</title>\n<link rel=\"stylesheet\" href=\"/style.css\">\n")
        .append("<meta name=\"description\" content=\"News from the region\">\n</head><body>\n")
        .append("<header><a href=\"/\">The Daily Example</a><nav><ul>");
    for (int i = 1; i <= 8; i++) {
      html.append("<li><a href=\"").append(path(i % pages)).append("\">Section ");
      html.append(i).append("</a></li>");
    }
    html.append("</ul></nav></header>\n<main><article>\n<h1>").append(headline(page));
    html.append("</h1>\n<p class=\"byline\"><time datetime=\"2026-01-")
        .append("%02d".formatted(page % 28 + 1))
        .append("\">January 2026</time></p>\n");
    for (int i = 0; i < PARAGRAPHS; i++) {
      html.append("<p>");
      sentences(html, random, page, i);
      html.append("</p>\n");
    }
    html.append("</article></main>\n<aside class=\"related\"><h3>Read also</h3><ul>");
    for (int i = 1; i <= CHILDREN; i++) {
      long child = (long) page * CHILDREN + i;
      if (child < pages) {
        link(html, (int) child);
      }
    }
    for (int i = 0; i < 6; i++) {
      link(html, random.nextInt(pages));
    }
    html.append("</ul></aside>\n<footer><form action=\"/newsletter\"><label>Newsletter</label>")
        .append(
            "<input name=\"mail\"></form><p>All rights reserved.</p></footer>\n</body></html>\n");
    return html.toString();
  }

  private static void link(StringBuilder html, int page) {
    html.append("<li><a href=\"").append(path(page)).append("\">");
    html.append(headline(page)).append("</a></li>\n");
  }

  private static String headline(int page) {
    Random random = new Random(page * 31L + 5);
    StringBuilder headline = new StringBuilder("Number ").append(page).append(':');
    for (int i = 0; i < 6; i++) {
      headline.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return headline.toString();
  }

  private static void sentences(StringBuilder html, Random random, int page, int paragraph) {
    html.append("In item ").append(page).append(" part ").append(paragraph).append(", the");
    for (int i = 0; i < 90; i++) {
      html.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
      if (i % 14 == 13) {
        html.append(". Then");
      }
    }
    html.append('.');
  }
}
