// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.Block;

class BlockReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>One.</p><p>Two.</p>                                  | One./Two.",
        "<div>One.<div>Two.</div>Three.</div>                    | One./Two./Three.",
        "<ul><li>One<li>Two</ul>                                 | One/Two",
        "<table><tr><td>One<td>Two</table>                       | One/Two",
        "<dl><dt>One<dd>Two</dl>                                 | One/Two",
        "One.<br><br>Two.                                        | One./Two.",
        "One<br />&nbsp;<br />two                                | One/two",
        "One<br>  <br>two                                         | One/two",
        "<b>Headline</b><br><i>28 January</i><br><br>Text.       | Headline/28 January/Text.",
        "<a href=a>One</a><br><a href=b>Two</a><br>              | One/Two",
        "One.<br>Two.                                            | One./Two.",
        "<p>One <b>and</b> <a href=x>the</a> same</p>            | One and the same",
        "<p>Half<wbr>way</p>                                     | Halfway",
        "One<hr>two                                              | One/two"
      })
  void a_block_is_a_run_of_text_and_not_a_tag(String html, String blocks) {
    assertThat(String.join("/", Pages.texts(html))).isEqualTo(blocks);
  }

  @Test
  void a_sentence_that_was_wrapped_by_hand_stays_one_block() {
    assertThat(Pages.texts("<p>The keeper of the lighthouse on the cape<br>lit the lamp.</p>"))
        .containsExactly("The keeper of the lighthouse on the cape lit the lamp.");
  }

  @Test
  void arabic_lines_with_single_breaks_are_blocks_of_their_own() {
    assertThat(Pages.texts("<div>وصلت القافلة إلى الوادي عند الفجر<br>وانتظرت حتى المساء</div>"))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div hidden>x</div>",
        "<div aria-hidden=true>x</div>",
        "<div style='color:red; DISPLAY : none'>x</div>",
        "<span style='visibility:hidden'>x</span>",
        "<script>x</script>",
        "<style>x</style>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<select><option>x</select>",
        "<textarea>x</textarea>",
        "<button>x</button>",
        "<img alt=x>",
        "<svg><text>x</text></svg>",
        "<iframe title=x>x</iframe>"
      })
  void what_readers_do_not_see_is_not_text(String html) {
    assertThat(Pages.texts("<p>Seen.</p>" + html)).containsExactly("Seen.");
  }

  @Test
  void a_page_that_hides_all_its_text_until_its_scripts_ran_is_read_all_the_same() {
    String text = "The ferry left the harbour at noon. ".repeat(20);
    assertThat(Pages.texts("<div id=app style='visibility:hidden'><p>" + text + "</p></div>"))
        .containsExactly(text.strip());
  }

  @Test
  void white_space_is_collapsed_and_marks_of_direction_are_dropped() {
    assertThat(Pages.texts("<p> a\u00a0\u00a0b\u3000c\t\n d\u200e\u202b\ufeff\u2067e </p>"))
        .containsExactly("a b c de");
  }

  @Test
  void joiners_tatweel_and_quotes_stay_as_written() {
    String text = "«می‌خواهم» لـ“الخبر” أيضــاً";
    assertThat(Pages.texts("<p>" + text + "</p>")).containsExactly(text);
  }

  @Test
  void text_is_composed() {
    assertThat(Pages.texts("<p>Cafe\u0301</p>")).containsExactly("Café");
  }

  @Test
  void a_block_knows_its_links_its_tag_and_its_path() {
    Block block =
        Pages.blocks("<main id=m><p class='a b'>An <a href=x>old</a> <a name=y>map</a></p></main>")
            .block(0);
    assertThat(block).isEqualTo(new Block(0, "An old map", "p", "body>main#m>p.a.b", 3, 3));
  }

  @Test
  void elements_nested_by_the_thousand_neither_overflow_nor_fill_memory() {
    String html = "<div class=deep>x".repeat(15_000);
    PageBlocks page = Pages.blocks(html);
    assertThat(page.size()).isEqualTo(15_000);
    assertThat(page.block(page.size() - 1).path()).hasSizeLessThan(1_000);
  }

  @Test
  void commas_and_full_stops_of_other_scripts_count() {
    PageBlocks page = Pages.blocks("<p>نعم، ولا؛ هل؟</p><p>你好，世界。第二句、完！</p><p>ہاں، نہیں۔</p>");
    BlockFigures figures = page.figures();
    assertThat(new int[] {figures.clauses(0), figures.sentences(0)}).containsExactly(2, 1);
    assertThat(new int[] {figures.clauses(1), figures.sentences(1)}).containsExactly(2, 2);
    assertThat(new int[] {figures.clauses(2), figures.sentences(2)}).containsExactly(1, 1);
  }
}
