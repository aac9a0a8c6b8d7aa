// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

class PageMetadataTest {
  private static final String URL = "https://www.daily.example/news/library";

  private static ParsedPage page(String url, String html) {
    Url address = Url.of(url);
    FetchedPage fetched =
        new FetchedPage(
            address,
            address,
            Instant.parse("2026-06-15T12:00:00Z"),
            200,
            List.of(),
            html.getBytes(UTF_8));
    return new ParsedPage(fetched, Jsoup.parse(html, url), UTF_8);
  }

  private static PageMetadata metadata(ParsedPage page) {
    return PageMetadata.of(page, PageWalk.over(page.document(), Pages.NAMES).scan());
  }

  private static PageMetadata of(String html) {
    return metadata(page(URL, html));
  }

  private static String date(String html) {
    return String.valueOf(of(html).published());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>The library opens - Daily</title><h1>The library opens</h1>",
        "<title>The library opens | Daily</title>",
        "<title>Daily | The library opens</title>",
        "<title>Daily - The library opens - Daily</title>",
        "<meta property=og:title content='The library opens'><h1>Daily</h1>",
        "<meta property=og:site_name content='Our Paper'><title>The library opens – Our Paper</title>",
        "<title>The library opens</title><h1><a href='/'>Paper of the day</a></h1>",
        "<title>The library opens</title><a href='/'><h1>Paper of the day</h1></a>",
        "<title>The library opens - Paper</title><h1>Paper of the day</h1><h2>The library opens</h2>",
        "<title>THE LIBRARY OPENS</title><h1>Most read</h1><h1>The library opens</h1>",
        "<title>A very other thing</title><meta property=og:title content='The library opens'><h1>The library opens</h1>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"The library opens\"}</script><title>News</title>",
        "<h1>The library opens</h1>"
      })
  void the_headline_is_what_heading_and_titles_agree_on(String html) {
    assertThat(of(html).headline()).isEqualTo("The library opens");
  }

  @Test
  void a_page_without_titles_has_no_headline() {
    assertThat(of("<p>Text.</p>").headline()).isNull();
  }

  @Test
  void the_headline_is_spelt_as_the_heading_has_it() {
    PageMetadata metadata =
        of("<title>‘A library’ opens</title><h1>  “A Library” opens </h1><h1>Other</h1>");
    assertThat(metadata.headline()).isEqualTo("“A Library” opens");
    assertThat(metadata.headlines()).contains("Other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":{\"@type\":\"Person\",\"name\":\"Ada Stone\"}}</script>",
        "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":\"By Ada Stone\"}</script>",
        "<meta name=author content='Ada Stone'>",
        "<meta property=og:site_name content=Daily><meta name=author content=Daily><a rel=author href=/ada>Ada Stone</a>",
        "<meta property=article:author content=https://social.example/ada><span itemprop=author><b itemprop=name>Ada Stone</b></span>",
        "<meta name=dc.creator content='Ada Stone'>",
        "<div class=post-byline>By Ada Stone | 3 May 2024</div>",
        "<div class=comment-author>Somebody Else</div><p class=author>Ada Stone</p>"
      })
  void the_byline_is_the_first_name_of_a_person(String html) {
    assertThat(of(html).byline()).isEqualTo("Ada Stone");
  }

  @Test
  void several_authors_are_joined_and_the_site_stands_in_where_there_is_nobody() {
    String two =
        "<script type=application/ld+json>{'@type':'Report','author':[{'name':'Ada Stone'},{'name':'Bo Hill'}]}</script>";
    assertThat(of(two).byline()).isEqualTo("Ada Stone, Bo Hill");
    assertThat(
            of("<meta property=og:site_name content=Daily><meta name=author content=Daily>")
                .byline())
        .isEqualTo("Daily");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "<meta property=article:published_time content=2024-01-26T10:15:00+03:00># 2024-01-26T10:15+03:00",
        "<meta name=dc.date content=2024-01-26># 2024-01-26",
        "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"2024-01-26\"}</script><meta name=date content=2023-01-01># 2024-01-26",
        "<meta name=date content=soon><meta name=pubdate content=2024-01-26># 2024-01-26",
        "<span itemprop=datePublished content=2024-01-26>x</span># 2024-01-26",
        "<time class=updated datetime=2025-01-01>x</time><time datetime=2024-01-26>x</time># 2024-01-26",
        "<article><h1>A</h1><time datetime=2024-01-26>x</time></article><aside><time datetime=2025-01-01>x</time></aside># 2024-01-26",
        "<aside><time datetime=2025-01-01>x</time><time datetime=2025-01-02>x</time></aside><main><h1>A</h1><p>Text.</p></main># null",
        "<h1>A</h1><p>الجمعة ٢٦ كانون الثاني ٢٠٢٤</p># 2024-01-26",
        "<h1>A</h1><p><b>26</b> <b>January</b> <i>2024</i></p># 2024-01-26",
        "<div><span>26.01.2024</span><h1>A</h1></div># 2024-01-26",
        "<h1>A</h1><p>It was a long day, and what happened on 26 January 2024 in the library is told here in so many words that no one could ever take this line for the date of an article.</p># null",
        "<p>26 January 2024</p># null"
      })
  void the_date_comes_from_the_first_place_that_has_one(String html, String date) {
    assertThat(date(html)).isEqualTo(date);
  }

  @Test
  void the_address_gives_the_date_where_the_page_does_not() {
    String url = "https://www.daily.example/2024/01/26/library/";
    assertThat(Objects.requireNonNull(metadata(page(url, "<p>x</p>")).published()).date())
        .isEqualTo(LocalDate.of(2024, 1, 26));
  }

  @ParameterizedTest
  @CsvSource({
    "<link rel=canonical href=/news/library-1>, https://www.daily.example/news/library-1",
    "<link rel=canonical href=https://www.daily.example/>, https://www.daily.example/news/library",
    "<meta property=og:url content=/news/x>, https://www.daily.example/news/x",
    "<link rel=canonical href='javascript:void(0)'>, https://www.daily.example/news/library",
    "<link rel=canonical href=''>, https://www.daily.example/news/library",
    "<p>, https://www.daily.example/news/library"
  })
  void the_canonical_address_names_the_article(String html, String canonical) {
    assertThat(of(html).canonical()).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "/news/library, /news/library/2, true",
    "/news/library/, /news/library/2/, true",
    "/news/library/2/, /news/library/3/, true",
    "/news/library, /news/library?page=2, true",
    "/news/library?page=2, /news/library?page=3, true",
    "/news/library.html, /news/library_2.html, true",
    "/news/123, /news/123/2, true",
    "/news/123, /news/123/4, false",
    "/news/library, /news/museum, false",
    "/news/2145710, /news/2145711, false",
    "/news/library/2/, /news/library/5/, false",
    "/news/library, /news/library, false",
    "/news/library, https://other.example/news/library/2, false"
  })
  void the_next_page_is_this_address_with_the_next_number(
      String here, String next, boolean accepted) {
    String html = "<a rel='nofollow next' href='" + next + "'>more</a>";
    PageMetadata metadata = metadata(page("https://www.daily.example" + here, html));
    assertThat(metadata.nextPage() != null).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, The library opens its doors to readers of all ages this morning in town, en",
    "ar, افتتحت المكتبة العامة أبوابها صباح اليوم أمام القراء من جميع الأعمار في المدينة القديمة, ar",
    "en, افتتحت المكتبة العامة أبوابها صباح اليوم أمام القراء من جميع الأعمار في المدينة القديمة, ar",
    "'', کتابخانهٔ شهر امروز صبح درهای خود را به روی خوانندگان گشود و چند صد نفر به آنجا رفتند, fa",
    "fa_IR, کتابخانهٔ شهر امروز صبح درهای خود را به روی خوانندگان گشود و چند صد نفر به آنجا رفتند, fa",
    "en, Городская библиотека сегодня утром открыла двери для читателей всех возрастов, ru",
    "uk, Міська бібліотека сьогодні вранці відчинила двері для читачів різного віку, uk",
    "'', 市の新しい図書館が今朝開館しました。開館式には多くの学生や先生が参加しました。館長によると、夜遅くまで利用できるということです。子どものための部屋もあります。, ja",
    "en, 市图书馆的新阅览室今天上午开放许多学生和老师参加了开放仪式馆长说阅览室有两万多本不同学科的书每天开放到很晚这里还有为孩子们准备的房间, zh",
    "de, Die Bibliothek öffnet heute früh ihre Türen für Leserinnen und Leser jeden Alters, de",
    "ar, The library opens its doors to readers of all ages this morning in our old town, null",
    "iw, short, he",
    "'', short, null"
  })
  void the_language_is_the_declared_one_unless_the_letters_contradict(
      String declared, String text, String language) {
    String html = "<html lang='" + declared + "'><p>" + text + "</p>";
    assertThat(String.valueOf(of(html).language())).isEqualTo(language);
  }

  @Test
  void an_article_says_so() {
    assertThat(of("<meta property=og:type content=article>").isArticleType()).isTrue();
    assertThat(of("<div itemscope itemtype=https://schema.org/NewsArticle>").isArticleType())
        .isTrue();
    assertThat(of("<meta property=og:type content=website>").isArticleType()).isFalse();
  }

  @Test
  void other_facts_are_read_from_the_head() {
    PageMetadata metadata =
        of(
            "<meta property=og:site_name content='The Daily'><link rel=amphtml href=/amp/library>"
                + "<meta name=description content='What happened.'>"
                + "<meta property=og:image content=https://img.example/1.jpg>"
                + "<meta property=article:modified_time content=2024-02-01>");
    assertThat(metadata.details().siteName()).isEqualTo("The Daily");
    assertThat(metadata.amp()).hasToString("https://www.daily.example/amp/library");
    assertThat(metadata.details().description()).isEqualTo("What happened.");
    assertThat(metadata.details().image()).hasToString("https://img.example/1.jpg");
    assertThat(metadata.details().modified()).hasToString("2024-02-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "''",
        "<html lang=\"\u0000-\uD800\"><title></title><h1></h1><time></time>",
        "<script type=application/ld+json>{{{[[[\"</script><time datetime='99999999999999999999'>",
        "<h1>A</h1>10:15 <p>99:99:99 +99:99</p><p>0/0/0000</p><p>32 January 99999</p>"
      })
  void a_broken_page_is_read_without_an_error(String html) {
    assertThat(of(html).canonical()).hasToString(URL);
  }

  @Test
  void a_page_that_is_nested_very_deeply_is_read_without_an_error() {
    String deep = "<div>".repeat(100_000) + "<h1>A</h1>" + "{\"a\":".repeat(1000);
    assertThat(
            of("<script type=application/ld+json>"
                    + "{\"a\":[".repeat(100_000)
                    + "</script>"
                    + deep)
                .canonical())
        .hasToString(URL);
  }

  @Test
  void section_tags_and_paywall_are_read_from_the_json_ld() {
    PageMetadata metadata =
        of(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"The"
                + " ferry\",\"articleSection\":\"World\",\"keywords\":\"ferries, ports، موانئ\","
                + "\"isAccessibleForFree\":\"False\"}</script><p>x</p>");

    assertThat(metadata.details().section()).isEqualTo("World");
    assertThat(metadata.details().tags()).containsExactly("ferries", "ports", "موانئ");
    assertThat(metadata.details().isPaywalled()).isTrue();
  }

  @Test
  void tags_stand_in_meta_elements_or_links_too() {
    assertThat(
            of("<meta property=article:tag content=ferries><meta property=article:tag content=sea>")
                .details()
                .tags())
        .containsExactly("ferries", "sea");
    assertThat(of("<p><a rel=tag href=/t>Harbours</a></p>").details().tags())
        .containsExactly("Harbours");
  }

  @Test
  void several_authors_stand_apart() {
    assertThat(of("<meta name=author content='By Ann Lee and Bob Stone'>").details().authors())
        .containsExactly("Ann Lee", "Bob Stone");
  }
}
