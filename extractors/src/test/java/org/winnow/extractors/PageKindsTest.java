// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageKind;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.siterules.RuleSet;

class PageKindsTest {
  private static final String PROSE =
      "<p>The ferry left the harbour at noon, as it has done every day since the war, and the few"
          + " people who stood on the quay waved until it was behind the lighthouse.</p>";

  private static Extraction extraction(String address, int status, String html) {
    Url url = Url.of(address);
    return new Extractor(RuleSet.none())
        .extract(
            new FetchedPage(
                url, url, Instant.EPOCH, status, List.of(), html.getBytes(StandardCharsets.UTF_8)));
  }

  private static PageKind kind(String address, String html) {
    return extraction(address, 200, html).kind();
  }

  private static String page(String title, String body) {
    return "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";
  }

  private static String teasers(int count) {
    StringBuilder teasers = new StringBuilder("<h1>World</h1><div class='grid'>");
    for (int i = 0; i < count; i++) {
      teasers
          .append("<div class='card'><h2><a href='/world/story-")
          .append(i)
          .append("'>The ferry number ")
          .append(i)
          .append(" has left the harbour</a></h2><img src=x><a href='/world'>World</a></div>");
    }
    return teasers.append("</div><div class='pagination'><a href='?page=2'>2</a></div>").toString();
  }

  @Test
  void a_headline_and_prose_are_an_article() {
    String html = page("The ferry", "<article><h1>The ferry</h1>" + PROSE.repeat(8) + "</article>");

    assertThat(kind("https://news.example/2024/01/the-ferry-has-left", html))
        .isEqualTo(PageKind.ARTICLE);
  }

  @Test
  void prose_in_another_script_is_an_article_too() {
    String prose =
        "<p>غادرت العبارة الميناء ظهرا كما تفعل كل يوم منذ الحرب، ولوح القلائل الذين وقفوا على الرصيف"
            + " حتى اختفت خلف المنارة، ثم عادوا إلى بيوتهم.</p>";
    String html = page("العبارة", "<article><h1>العبارة</h1>" + prose.repeat(8) + "</article>");

    assertThat(kind("https://news.example/248/150719", html)).isEqualTo(PageKind.ARTICLE);
  }

  @Test
  void rows_of_linked_headlines_are_a_listing() {
    assertThat(kind("https://news.example/category/world", page("World", teasers(30))))
        .isEqualTo(PageKind.LISTING);
  }

  @Test
  void a_listing_with_some_prose_is_not_kept_by_a_crawl() {
    Extraction found =
        extraction(
            "https://news.example/category/world", 200, page("World", teasers(40) + PROSE + PROSE));

    assertThat(found.kind()).isEqualTo(PageKind.LISTING);
    assertThat(found instanceof Extracted extracted && extracted.isKept()).isFalse();
  }

  @Test
  void posts_under_one_topic_are_a_forum() {
    StringBuilder posts = new StringBuilder("<h1>Which ferry?</h1>");
    for (int i = 0; i < 9; i++) {
      posts
          .append("<div class='post message'><div class='author'><a href='/u'>user</a></div>")
          .append("<div class='postbody'>")
          .append(PROSE)
          .append("</div><a href='#'>Reply</a></div>");
    }
    assertThat(
            kind("https://forum.example/threads/which-ferry.123", page("Which ferry?", "" + posts)))
        .isEqualTo(PageKind.FORUM);
  }

  @Test
  void a_thing_with_a_price_is_a_product() {
    String html =
        page(
            "A lamp",
            "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"A lamp\","
                + "\"offers\":{\"@type\":\"Offer\",\"price\":\"19\"}}</script>"
                + "<meta property=og:type content=product>"
                + "<div class='product'><h1>A lamp</h1><span class='price'>€ 19.00</span>"
                + "<button class='add-to-cart'>Buy</button><p>A lamp of brass.</p></div>");

    assertThat(kind("https://shop.example/product/lamp", html)).isEqualTo(PageKind.PRODUCT);
  }

  @Test
  void code_and_its_explanation_are_documentation() {
    String html =
        page(
            "select - Manual",
            "<meta name=generator content='Sphinx 7'><nav class='toc sidebar'><a href=a>a</a></nav>"
                + "<div class='section docs'><h1>select</h1><h2>Synopsis</h2>"
                + "<pre class='highlight'>select(rows, where=None, limit=10)</pre><p>Takes rows.</p>"
                    .repeat(8)
                + "</div>");

    assertThat(kind("https://docs.example/en/stable/reference/select.html", html))
        .isEqualTo(PageKind.DOCUMENTATION);
  }

  @Test
  void a_live_blog_says_so_itself() {
    String html =
        page(
            "The storm, live",
            "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"The"
                + " storm, live\"}</script><h1>The storm, live</h1>"
                + ("<div><time>10:15</time>" + PROSE + "</div>").repeat(9));

    assertThat(kind("https://news.example/live/storm", html)).isEqualTo(PageKind.LIVEBLOG);
  }

  @Test
  void a_status_of_failure_is_an_error_whatever_the_page_says() {
    String html = page("The ferry", "<h1>The ferry</h1>" + PROSE.repeat(8));

    assertThat(extraction("https://news.example/a", 404, html).kind()).isEqualTo(PageKind.ERROR);
  }

  @Test
  void a_notice_that_nothing_is_here_is_an_error_in_any_language() {
    for (String title : List.of("Page not found", "الصفحة غير موجودة", "页面不存在 - 首页")) {
      assertThat(kind("https://news.example/a", page(title, "<h1>" + title + "</h1><p>x")))
          .as(title)
          .isEqualTo(PageKind.ERROR);
    }
  }

  @Test
  void an_article_about_not_being_found_stays_one() {
    String html = page("Lost ship not found", "<h1>Lost ship not found</h1>" + PROSE.repeat(12));

    assertThat(kind("https://news.example/2024/05/lost-ship-not-found", html))
        .isEqualTo(PageKind.ARTICLE);
  }

  @Test
  void a_question_whether_somebody_is_human_is_no_text() {
    assertThat(kind("https://news.example/a", page("Just a moment...", "<p>Checking…")))
        .isEqualTo(PageKind.CONSENT);
  }

  @Test
  void a_beginning_that_is_not_free_is_a_paywall() {
    String html =
        page(
            "The ferry",
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"The"
                + " ferry\",\"isAccessibleForFree\":\"False\"}</script><article><h1>The ferry</h1>"
                + PROSE
                + "</article>");

    assertThat(kind("https://news.example/2024/01/the-ferry", html)).isEqualTo(PageKind.PAYWALL);
  }
}
