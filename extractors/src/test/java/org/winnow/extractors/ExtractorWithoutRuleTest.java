// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.Article;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.siterules.RuleSet;

@SuppressWarnings("ImmutableEnumChecker") // List.of never changes
class ExtractorWithoutRuleTest {
  private static final Extractor EXTRACTOR = new Extractor(RuleSet.none());

  private static Article article(String html) {
    Extraction extraction = EXTRACTOR.extract(Pages.fetched(html));
    assertThat(extraction).isInstanceOf(Extracted.class);
    return ((Extracted) extraction).article();
  }

  private static String nothing(String html) {
    Extraction extraction = EXTRACTOR.extract(Pages.fetched(html));
    assertThat(extraction).isInstanceOf(NothingFound.class);
    return ((NothingFound) extraction).reason();
  }

  /** A story of one headline and four paragraphs, told in that language. */
  enum Story {
    ARABIC(
        "ar",
        "المزارعون يحصدون الزعفران باكراً هذا العام",
        "بدأ المزارعون في القرى الشمالية حصاد الزعفران قبل موعده بأسبوعين، بعد خريف دافئ وقليل المطر.",
        "وقالت مهندسة زراعية إن الأزهار تفتحت دفعة واحدة، وإن العائلات كلها نزلت إلى الحقول منذ الفجر.",
        "ويحتاج الكيلوغرام الواحد إلى أكثر من مئة وخمسين ألف زهرة، تُقطف باليد واحدة بعد أخرى.",
        "ومن المنتظر أن يُعرض المحصول في سوق القرية نهاية الشهر، إذا بقي الطقس جافاً."),
    ENGLISH(
        "en",
        "Beekeepers count their winter losses",
        "Beekeepers in the valley opened their hives last week, and found fewer dead colonies than they had feared.",
        "A mild autumn let the bees collect food for longer, said the keeper of the oldest apiary in the district.",
        "The association asks its members to weigh each hive every month, and to write the figures into one table.",
        "The first honey of the year is expected in May, when the acacias along the river are in bloom."),
    CHINESE(
        "zh",
        "山村小学用雨水浇灌菜园",
        "山坡上的小学今年春天修了一座蓄水池，把屋顶流下来的雨水存起来，用来浇灌孩子们的菜园。",
        "老师说，每个班级负责两块菜地，学生轮流记录水位、气温和蔬菜生长的情况，再写成一页小报告。",
        "村里的老人教孩子们怎样搭架子、怎样防虫，他们说，这些办法是从祖辈那里学来的，如今又有人愿意学了。",
        "到了秋天，学校打算请家长来吃一顿饭，饭菜全部用自己种的蔬菜做成。"),
    JAPANESE(
        "ja",
        "港町の時計台、半世紀ぶりに動く",
        "港町の古い時計台が、修理を終えて半世紀ぶりに動き始め、広場には朝から多くの住民が集まった。",
        "修理を担当した職人は、歯車の多くが昔のまま使えたと話し、足りない部品だけを新しく作ったという。",
        "町では、鐘を一日に三度、朝と昼と夕方に鳴らすことを決め、その音を録音して学校でも使う予定だ。",
        "来月には、時計台の中を見学できる日が設けられ、子どもたちが鐘のしくみを学べるようになる。"),
    RUSSIAN(
        "ru",
        "В посёлке открыли мастерскую деревянных лодок",
        "На берегу озера открылась мастерская, где подростки учатся строить деревянные лодки по старым чертежам.",
        "Первую лодку спустили на воду в субботу, и, по словам мастера, она не дала ни одной течи.",
        "Занятия идут дважды в неделю, доски привозят с соседней лесопилки, а инструменты собрали жители.",
        "Летом ученики собираются пройти на своих лодках вокруг озера, останавливаясь в каждой деревне."),
    GERMAN(
        "de",
        "Alte Mühle mahlt wieder Roggen",
        "Nach drei Jahren Arbeit dreht sich das Rad der alten Mühle wieder, und am Sonntag wurde der erste Roggen gemahlen.",
        "Der Müller, der das Handwerk von seiner Großmutter gelernt hat, führt Besucher durch alle vier Stockwerke.",
        "Das Mehl wird in der Bäckerei des Nachbardorfes verbacken, wo das Brot schon am Vormittag ausverkauft war.",
        "Im Herbst sollen auch Schulklassen kommen, um den Weg vom Korn zum Brot mit eigenen Augen zu sehen."),
    PERSIAN(
        "fa",
        "کتابخانهٔ سیار به روستاهای کویری می‌رود",
        "کتابخانهٔ سیار از هفتهٔ آینده به روستاهای کویری می‌رود، و در هر روستا دو روز می‌ماند.",
        "کتابدار این برنامه می‌گوید که کودکان بیش از همه قصه‌های کهن را دوست دارند، و شب‌ها برایشان خوانده می‌شود.",
        "در این کتابخانه نزدیک به سه هزار کتاب هست، که بیشتر آن‌ها را مردم شهر هدیه کرده‌اند.",
        "اگر جاده‌ها باز بماند، این سفر تا پایان زمستان ادامه خواهد داشت.");

    private final String language;
    private final String headline;
    private final List<String> paragraphs;

    Story(String language, String headline, String... paragraphs) {
      this.language = language;
      this.headline = headline;
      this.paragraphs = List.of(paragraphs);
    }

    /** The story's page; the text stands between these, and so does each of its paragraphs. */
    String page(String open, String before, String after, String close) {
      StringBuilder html = new StringBuilder("<html lang=" + language + "><head><title>");
      html.append(headline).append(" | Daily</title></head><body>").append(CHROME);
      html.append("<h1>").append(headline).append("</h1>").append(open);
      for (String paragraph : paragraphs) {
        html.append(before).append(paragraph).append(after);
      }
      return html.append(close).append(BELOW).append("</body></html>").toString();
    }

    List<String> text() {
      List<String> text = new ArrayList<>(List.of(headline));
      text.addAll(paragraphs);
      return text;
    }
  }

  private static final String CHROME =
      "<div class=top><a href=/>Home</a> <a href=/a>News</a> <a href=/b>Culture</a></div>"
          + "<ul class=menu><li><a href=/1>Sport</a><li><a href=/2>Weather</a><li><a href=/3>Radio"
          + "</a></ul>";
  private static final String BELOW =
      "<div class=links><a href=/7>A new bridge for the old town</a></div>"
          + "<div class=links><a href=/8>Ten walks along the coast this spring</a></div>"
          + "<footer>© 2026 Daily. <a href=/imprint>Imprint</a></footer>";

  private static List<String> lines(Article article) {
    return List.of(article.text().strip().split("\n\n", -1));
  }

  @ParameterizedTest
  @EnumSource
  void paragraphs_in_an_article_element(Story story) {
    assertThat(lines(article(story.page("<article>", "<p>", "</p>", "</article>"))))
        .isEqualTo(story.text());
  }

  @ParameterizedTest
  @EnumSource
  void text_parted_by_line_breaks(Story story) {
    assertThat(lines(article(story.page("<div><font size=2>", "", "<br><br>", "</font></div>"))))
        .isEqualTo(story.text());
  }

  @ParameterizedTest
  @EnumSource
  void soup_of_divisions(Story story) {
    assertThat(
            lines(article(story.page("<div><div><div>", "<div><span>", "</span></div>", "</div>"))))
        .isEqualTo(story.text());
  }

  @ParameterizedTest
  @EnumSource
  void text_in_a_cell_of_the_nineties(Story story) {
    String open =
        "<table width=100%><tr><td width=120><a href=/x>Archive</a><br><a href=/y>Guest book</a>"
            + "</td><td valign=top>";
    assertThat(lines(article(story.page(open, "<p>", "", "</td></tr></table>"))))
        .isEqualTo(story.text());
  }

  @ParameterizedTest
  @EnumSource
  void captions_comments_and_cookie_banners_are_not_text(Story story) {
    String open =
        "<div class=cookie-banner role=dialog><p>We use cookies on this site, and so do our many"
            + " partners. By going on you accept this.</p></div><div class=post>"
            + "<figure><img alt=Photo><figcaption>A photo of the day.</figcaption></figure>";
    String close =
        "</div><section id=comments><h3>Comments</h3><div class=comment><p>I was there too, and it"
            + " was lovely, thank you for writing about it.</p></div></section>";
    assertThat(lines(article(story.page(open, "<p>", "</p>", close)))).isEqualTo(story.text());
  }

  @Test
  void lists_and_headings_within_the_text_stay() {
    String html =
        Story.ENGLISH.page(
            "<article>",
            "<p>",
            "</p>",
            "<h2>What to bring</h2><ul><li>A veil and gloves.<li>A smoker.</ul></article>");
    assertThat(lines(article(html))).endsWith("What to bring", "A veil and gloves.", "A smoker.");
  }

  @Test
  void a_line_that_leads_to_another_article_is_dropped_from_the_middle() {
    String html =
        Story.ENGLISH
            .page("<article>", "<p>", "</p>", "</article>")
            .replace(
                "<p>The association",
                "<p><strong>Read also: <a href=/9>Where the swifts spend the winter</a></strong>"
                    + "</p><p>The association");
    assertThat(lines(article(html))).isEqualTo(Story.ENGLISH.text());
  }

  @Test
  void a_quotation_that_begins_like_boilerplate_stays() {
    String quotation =
        "“Read more, and read slowly”, the librarian told the first group of visitors.";
    String html =
        Story.ENGLISH.page("<article><p>" + quotation + "</p>", "<p>", "</p>", "</article>");
    assertThat(article(html).body()).startsWith(quotation);
  }

  @Test
  void the_headline_stands_once_and_first() {
    Story story = Story.ARABIC;
    String html = story.page("<div><p>" + story.headline + "</p>", "<p>", "</p>", "</div>");
    assertThat(lines(article(html))).isEqualTo(story.text());
  }

  @Test
  void a_kicker_above_the_headline_stands_second() {
    String html =
        Story.GERMAN
            .page("<article>", "<p>", "</p>", "</article>")
            .replace("<h1>", "<p class=kicker>Handwerk im Tal</p><h1>");
    assertThat(lines(article(html)).subList(0, 2))
        .containsExactly(Story.GERMAN.headline, "Handwerk im Tal");
  }

  @Test
  void a_page_without_a_headline_begins_with_its_body() {
    String html =
        Story.ENGLISH.page("<article>", "<p>", "</p>", "</article>").replaceAll("<h1>.*?</h1>", "");
    assertThat(article(html).headline()).isNull();
    assertThat(lines(article(html))).isEqualTo(Story.ENGLISH.paragraphs);
  }

  @Test
  void a_body_in_several_sibling_containers_is_one_text() {
    Story story = Story.ARABIC;
    String html = story.page("<div class=wrap>", "<div class=part><div>", "</div></div>", "</div>");
    assertThat(lines(article(html))).isEqualTo(story.text());
  }

  @Test
  void what_a_page_says_again_and_again_is_not_text() {
    String html =
        Story.ENGLISH.page("<article>", "<div>Article content</div><p>", "</p>", "</article>");
    assertThat(lines(article(html))).isEqualTo(Story.ENGLISH.text());
  }

  @Test
  void a_next_page_on_the_same_host_is_known() {
    String html =
        Story.ENGLISH
            .page("<article>", "<p>", "</p>", "</article>")
            .replace("</head>", "<link rel=next href='/news/ferry/2'></head>");
    Extracted extracted = (Extracted) EXTRACTOR.extract(Pages.fetched(html));
    assertThat(extracted.nextPage()).hasToString("https://daily.example/news/ferry/2");
  }

  @Test
  void a_listing_is_no_article() {
    StringBuilder html = new StringBuilder("<body>");
    for (int i = 0; i < 20; i++) {
      html.append("<h3><a href=/").append(i).append(">A headline that leads elsewhere ");
      html.append(i).append("</a></h3>");
    }
    assertThat(nothing(html.toString())).contains("article");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html></html>", "<p>&nbsp;</p>", "<script>var a;</script>", " "})
  void a_page_without_text_says_so(String html) {
    assertThat(nothing(html)).isEqualTo("the page has no text");
  }

  @Test
  void bytes_that_are_no_page_are_named() {
    assertThat(EXTRACTOR.extract(Pages.fetched(Pages.ADDRESS, new byte[0])))
        .isEqualTo(new NothingFound("the page is empty (0 bytes)", List.of()));
    assertThat(nothing("%PDF-1.7\n...")).contains("PDF");
    assertThat(nothing("\u0000\u0001\u0002\u0003".repeat(50))).contains("binary");
  }
}
