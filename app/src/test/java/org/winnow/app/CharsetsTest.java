// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.StoredArticle;
import org.winnow.pipeline.DataFolder;

/** From the bytes on the wire to the text file, in charsets that news sites use. */
class CharsetsTest {
  private static final String ARABIC =
      "أعلنت البلدية اليوم أن المكتبة الجديدة ستفتح أبوابها أمام القراء في بداية الشهر المقبل،"
          + " وقال مديرها إن القاعات تتسع لثلاثمئة زائر وإن الدخول سيكون مجانيا طوال العام الأول.";
  private static final String RUSSIAN =
      "Городской совет сообщил сегодня, что новая библиотека откроется для читателей в начале"
          + " следующего месяца, а вход в неё в течение первого года останется бесплатным для всех.";
  private static final String JAPANESE =
      "市は本日、新しい図書館が来月の初めに開館すると発表しました。館長によりますと、閲覧室には三百人が入ることができ、"
          + "最初の一年間は入場が無料になるということです。市民からは期待の声が上がっています。";
  private static final String CHINESE =
      "市政府今天宣布，新图书馆将于下月初向读者开放。馆长表示，阅览室可容纳三百人，第一年免费入场。" + "市民们对此表示欢迎，并希望开放时间能够延长到晚上九点，方便下班以后前来阅读。";

  private static final Map<String, String> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.put("windows-1256", ARABIC);
    TEXTS.put("ISO-8859-6", ARABIC);
    TEXTS.put("windows-1251", RUSSIAN);
    TEXTS.put("KOI8-R", RUSSIAN);
    TEXTS.put("Shift_JIS", JAPANESE);
    TEXTS.put("EUC-JP", JAPANESE);
    TEXTS.put("GB18030", CHINESE);
    TEXTS.put("UTF-16LE", ARABIC);
    TEXTS.put("UTF-16BE", RUSSIAN);
  }

  @TempDir private Path data;

  /** Where a page says what its charset is. */
  private enum Declared {
    HEADER,
    /** In a meta element; in UTF-16, which has none that can be read, by its byte order mark. */
    PAGE,
    NOWHERE
  }

  private record Page(String charset, Declared declared) {
    String path() {
      return "/" + charset + "/" + declared;
    }

    /** The article's paragraphs: each its own, so that none is taken for a repetition. */
    List<String> paragraphs() {
      List<String> paragraphs = new ArrayList<>();
      for (int i = 1; i <= 5; i++) {
        paragraphs.add(TEXTS.get(charset) + " (" + path() + " " + i + ")");
      }
      return paragraphs;
    }

    byte[] body() {
      boolean isUtf16 = charset.startsWith("UTF-16");
      String mark = isUtf16 && declared == Declared.PAGE ? "\ufeff" : "";
      String meta = declared == Declared.PAGE && !isUtf16 ? "<meta charset=" + charset + ">" : "";
      String html =
          mark
              + "<!DOCTYPE html><html><head>"
              + meta
              + "<title>"
              + path()
              + "</title></head><body><article><h1>"
              + path()
              + "</h1><p>"
              + String.join("</p><p>", paragraphs())
              + "</p></article></body></html>";
      return html.getBytes(Charset.forName(charset));
    }

    String contentType() {
      return declared == Declared.HEADER ? "text/html; charset=" + charset : "text/html";
    }
  }

  @Test
  void no_character_is_wrong_whether_the_charset_is_declared_or_not() throws IOException {
    Map<String, Page> pages = new LinkedHashMap<>();
    for (String charset : TEXTS.keySet()) {
      for (Declared declared : Declared.values()) {
        Page page = new Page(charset, declared);
        pages.put(page.path(), page);
      }
    }
    crawl(pages);

    Map<String, String> texts = texts();
    List<String> wrong =
        pages.values().stream()
            .filter(page -> !hasAll(texts.getOrDefault(page.path(), ""), page))
            .map(Page::path)
            .toList();

    assertThat(pages).hasSize(27);
    assertThat(wrong).isEmpty();
  }

  private static boolean hasAll(String text, Page page) {
    return text.lines().toList().containsAll(page.paragraphs());
  }

  private Map<String, String> texts() throws IOException {
    DataFolder folder = new DataFolder(data);
    List<StoredArticle> articles = new ArrayList<>();
    try (Catalog catalog = folder.catalog()) {
      catalog.jdbi().useHandle(handle -> Articles.forEach(handle, null, null, articles::add));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (StoredArticle article : articles) {
      texts.put(article.url().path(), folder.texts().read(article.file()));
    }
    return texts;
  }

  private void crawl(Map<String, Page> pages) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, pages));
    server.start();
    try {
      String map = "https://charsets.test=http://127.0.0.1:" + server.getAddress().getPort();
      Run run =
          Run.winnow(
              "crawl", "https://charsets.test/", "--map", map, "--data", data, "--delay", "1ms");
      assertThat(run.code()).as(run.err()).isZero();
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, Map<String, Page> pages) throws IOException {
    try (exchange) {
      Page page = pages.get(exchange.getRequestURI().getPath());
      StringBuilder links = new StringBuilder("<html><body>");
      pages.keySet().forEach(path -> links.append("<a href='" + path + "'>" + path + "</a> "));
      byte[] body = page == null ? links.toString().getBytes(StandardCharsets.UTF_8) : page.body();
      boolean isRobots = exchange.getRequestURI().getPath().equals("/robots.txt");
      exchange
          .getResponseHeaders()
          .set("Content-Type", page == null ? "text/html; charset=utf-8" : page.contentType());
      exchange.sendResponseHeaders(isRobots ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
