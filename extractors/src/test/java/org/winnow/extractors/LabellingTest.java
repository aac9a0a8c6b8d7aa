// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.LabelledBlock;
import org.winnow.siterules.RuleSet;

class LabellingTest {
  private static final Extractor EXTRACTOR = new Extractor(RuleSet.none());
  private static final String PROSE =
      "<p>The carpenter repaired the gate in the morning, and painted it green after lunch.</p>"
          + "<p>Nobody in the street had seen it closed before, not even the oldest neighbour.</p>"
          + "<p>It now opens without a sound, and the children no longer climb over the wall.</p>";

  private static LabelledBlock block(String html, String text) {
    List<LabelledBlock> blocks = EXTRACTOR.extract(Pages.fetched(html)).blocks();
    return blocks.stream()
        .filter(block -> block.block().text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no block " + text + " in " + blocks));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<nav>x1</nav>                                            | structure:nav",
        "<footer>x1</footer>                                      | structure:footer",
        "<form>x1</form>                                          | structure:form",
        "<figcaption>x1</figcaption>                              | structure:caption",
        "<div class=comment-respond>x1</div>                      | preset:comments .comment-respond",
        "<div class=sharedaddy>x1</div>                           | preset:share .sharedaddy",
        "<div class=sr-only>x1</div>                              | preset:navigation .sr-only",
        "<p>x1 <a href=a>leads entirely elsewhere</a></p>         | structure:links",
        "<p>***</p>                                               | structure:no letters"
      })
  void a_reason_names_the_step_and_what_it_saw(String piece, String reason) {
    String html = "<article>" + PROSE + piece + PROSE.replace("carpenter", "smith") + "</article>";
    assertThat(
            EXTRACTOR.extract(Pages.fetched(html)).blocks().stream()
                .filter(block -> block.block().text().matches("x1.*|\\*+"))
                .map(LabelledBlock::reason))
        .containsExactly(reason);
  }

  @Test
  void a_phrase_names_its_list() {
    assertThat(block("<article>" + PROSE + "<p>شارك</p></article>", "شارك").reason())
        .startsWith("phrases:ar/");
  }

  @Test
  void what_boilerpipe_rejects_behind_the_text_is_its_decision() {
    String tail = "<div>Text</div><div>Photo</div><div>By our staff</div><div>Print shop</div>";
    LabelledBlock block = block("<article>" + PROSE + tail + "</article>", "By our staff");
    assertThat(block.reason()).isEqualTo("boilerpipe:low text density");
    assertThat(block.chain()).hasSize(2);
  }

  @Test
  void a_name_that_would_take_the_whole_text_is_not_believed() {
    LabelledBlock block =
        block(
            "<div class=sidebar>" + PROSE + "</div>",
            "The carpenter repaired the gate in the morning, and painted it green after lunch.");
    assertThat(block.isContent()).isTrue();
  }

  @Test
  void comments_longer_than_the_text_are_comments() {
    String comments =
        "<div class=comment-list>"
            + "<p>I have passed that gate every day for years, and never once thought about it.</p>"
            + "<p>Green was the wrong colour for it, if you ask me, but nobody in town ever does.</p>"
            + "<p>My grandfather built that wall, so it is nice to see somebody care for it now.</p>"
            + "<p>Could the same carpenter please have a look at the door of our church hall?</p>"
            + "</div>";
    assertThat(
            block(
                    "<article>" + PROSE + "</article>" + comments,
                    "Green was the wrong colour for it, if you ask me, but nobody in town ever does.")
                .isContent())
        .isFalse();
  }

  @Test
  void confidence_is_higher_where_there_is_more_to_go_by() {
    assertThat(confidence("<article>" + PROSE + "</article>"))
        .isBetween(0.0, 1.0)
        .isGreaterThan(
            confidence(
                "<div>The carpenter came.</div><p>He repaired the gate, painted it, and went home"
                    + " to his family in the evening.</p><div>Elsewhere</div><div>Weather</div>"));
  }

  private static double confidence(String html) {
    return ((Extraction.Extracted) EXTRACTOR.extract(Pages.fetched(html))).article().confidence();
  }
}
