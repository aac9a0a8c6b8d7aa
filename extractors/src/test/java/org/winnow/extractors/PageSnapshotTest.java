// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.LabelledBlock;
import org.winnow.corpus.Url;
import org.winnow.siterules.RuleSet;

class PageSnapshotTest {
  private static final String PROSE =
      "The council met on Monday and agreed on a plan for the old harbour, which had stood empty"
          + " for years. ";

  private static PageSnapshot snapshot(String html) {
    Url url = Url.of("https://example.org/a");
    return PageSnapshot.of(
        new FetchedPage(
            url, url, Instant.EPOCH, 200, List.of(), html.getBytes(StandardCharsets.UTF_8)),
        new Extractor(RuleSet.of(List.of())));
  }

  private static Document written(PageSnapshot snapshot) {
    return Jsoup.parseBodyFragment(snapshot.html(Set.of()));
  }

  private static String article(String inside) {
    return "<html dir=rtl lang=ar><head><title>T</title></head><body><nav><a href=/>Home</a>"
        + "</nav><article><h1>The harbour plan</h1><p>"
        + PROSE.repeat(3)
        + "</p>"
        + inside
        + "<p>"
        + PROSE.repeat(3)
        + "</p></article><footer>Contact</footer></body></html>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>One <b>bold</b> and <a href=x>linked</a> line that is a paragraph of its own.</p>",
        "<div>First line of text<br><br>Second line of text<br>Third line</div>",
        "<p style='display:none'>Hidden text</p><p hidden>Hidden too</p>",
        "<p>Cafe\u0301 and \u202Eturned\u202C and \u00a0 spaces</p>",
        "<table><tr><td>Cell one</td><td>Cell two</td></tr></table>",
        "<custom-tag>Custom text</custom-tag><noscript>Fallback</noscript>",
        "<p>***</p><hr><p>|</p>",
      })
  void every_block_stands_in_the_page_with_its_whole_text(String inside) {
    PageSnapshot snapshot = snapshot(article(inside));

    TreeMap<Integer, StringBuilder> texts = new TreeMap<>();
    for (Element span : written(snapshot).select("span[data-b]")) {
      texts
          .computeIfAbsent(Integer.valueOf(span.attr("data-b")), b -> new StringBuilder())
          .append(span.wholeText());
    }

    assertThat(texts).hasSize(snapshot.blocks().size());
    for (LabelledBlock block : snapshot.blocks()) {
      assertThat(bare(texts.get(block.block().index()).toString()))
          .isEqualTo(bare(block.block().text()));
    }
  }

  private static String bare(String text) {
    return CleanText.of(text).replaceAll("\\s", "");
  }

  @Test
  void a_kept_block_looks_other_than_a_removed_or_an_edited_one() {
    PageSnapshot snapshot = snapshot(article(""));
    int first =
        snapshot.blocks().stream()
            .filter(LabelledBlock::isContent)
            .findFirst()
            .get()
            .block()
            .index();

    Document written = Jsoup.parseBodyFragment(snapshot.html(Set.of(first)));

    assertThat(written.select("span.e").attr("data-b")).isEqualTo(String.valueOf(first));
    for (LabelledBlock block : snapshot.blocks()) {
      Element span = written.selectFirst("span[data-b=" + block.block().index() + "]");
      assertThat(span).isNotNull();
      assertThat(span.attr("data-r")).isEqualTo(block.reason());
      if (block.block().index() != first) {
        assertThat(span.className()).isEqualTo(block.isContent() ? "k" : "r");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>bad()</script>",
        "<img src=x onerror=bad()>",
        "<img src='https://example.net/p.png'>",
        "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
        "<iframe src='javascript:bad()'></iframe>",
        "<form action='https://example.net/'><input name=q><button>Go</button></form>",
        "<meta http-equiv=refresh content='0;url=https://example.net/'>",
        "<base href='https://example.net/'>",
        "<link rel=stylesheet href='https://example.net/a.css'>",
        "<style>@import 'https://example.net/a.css';</style>",
        "<p style='background:url(https://example.net/x)' onclick=bad()>Styled</p>",
        "<a href='javascript:bad()'>Link</a>",
        "<svg><script>bad()</script><a xlink:href='javascript:bad()'><text>T</text></a></svg>",
        "<math><mtext><img src=x onerror=bad()></mtext></math>",
        "<object data='x'></object><embed src='x'>",
        "<template><img src=x onerror=bad()></template>",
        "<textarea></textarea><img src=x onerror=bad()>",
        "<noscript><p title='</noscript><img src=x onerror=bad()>'>",
        "<title><img src=x onerror=bad()></title>",
        "<p lang='\"><script>bad()</script>' dir='\"><script>bad()</script>'>Attr</p>",
        "<td colspan='1\"><script>bad()</script>'>Cell</td>",
        "<plaintext><script>bad()</script>",
        "<xmp><script>bad()</script></xmp>",
        "<select><option><script>bad()</script></select>",
        "<video src='https://example.net/v' autoplay></video>",
      })
  void nothing_in_it_runs_loads_or_leads_anywhere(String inside) {
    Document written = written(snapshot(article(inside)));

    for (Element element : written.body().getAllElements()) {
      assertThat(element.normalName())
          .isNotIn(
              "script",
              "style",
              "iframe",
              "form",
              "input",
              "button",
              "link",
              "meta",
              "base",
              "svg",
              "math",
              "object",
              "embed",
              "template",
              "textarea",
              "video",
              "img",
              "title",
              "noscript",
              "plaintext",
              "xmp",
              "select");
      element
          .attributes()
          .forEach(
              attribute ->
                  assertThat(attribute.getKey())
                      .isIn(
                          "data-b", "data-e", "data-r", "data-m", "class", "dir", "lang", "colspan",
                          "rowspan"));
    }
  }

  @Test
  void a_small_picture_that_stands_in_the_page_is_shown() {
    Document written =
        written(snapshot(article("<img onload=bad() src='data:image/png;base64,iVBORw0KGgo='>")));

    Element image = written.selectFirst("img");
    assertThat(image).isNotNull();
    assertThat(image.attributes().asList())
        .extracting(a -> a.getKey())
        .containsExactly("alt", "src");
  }

  @Test
  void what_is_hidden_is_not_shown() {
    Document written = written(snapshot(article("<div hidden>Secret words</div>")));

    assertThat(written.text()).doesNotContain("Secret");
  }

  @Test
  void direction_and_language_are_kept() {
    Document written = written(snapshot(article("")));

    assertThat(written.select("[dir=rtl][lang=ar]")).isNotEmpty();
  }

  @Test
  void a_page_that_is_none_is_empty() {
    assertThat(snapshot("").html(Set.of())).doesNotContain("data-b");
    assertThat(snapshot("%PDF-1.7\n\0\0\0").blocks()).isEmpty();
  }
}
