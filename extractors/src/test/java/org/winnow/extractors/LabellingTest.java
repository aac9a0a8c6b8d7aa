// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Label;
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
        "<div class=comment-respond>x1</div>                      | structure:comments",
        "<div class=sharedaddy>x1</div>                           | structure:share",
        "<div class=sr-only>x1</div>                              | structure:nav",
        "<ul><li><a href=a>x1</a><li><a href=b>x1</a></ul>        | structure:links",
        "<p>***</p>                                               | structure:no letters"
      })
  void a_reason_names_the_step_and_what_it_saw(String piece, String reason) {
    String html = "<article>" + PROSE + piece + PROSE.replace("carpenter", "smith") + "</article>";
    assertThat(
            EXTRACTOR.extract(Pages.fetched(html)).blocks().stream()
                .filter(block -> block.block().text().matches("x1.*|\\*+"))
                .map(LabelledBlock::reason))
        .isNotEmpty()
        .containsOnly(reason);
  }

  @Test
  void a_phrase_names_its_list() {
    assertThat(block("<article>" + PROSE + "<p>شارك</p></article>", "شارك").reason())
        .startsWith("phrases:ar/");
  }

  @Test
  void the_model_says_how_likely_a_block_is_content() {
    LabelledBlock block =
        block(
            "<article>" + PROSE + "</article>",
            "The carpenter repaired the gate in the morning, and painted it green after lunch.");
    assertThat(block.reason()).matches("model:0\\.[5-9]\\d|model:1\\.00");
  }

  @ParameterizedTest
  @CsvSource({
    "<figcaption>x1</figcaption>, CAPTION",
    "<div class=comment>x1</div>, COMMENT",
    "<div class=related>x1</div>, RELATED",
    "<div class=byline>x1</div>, BYLINE",
    "<nav>x1</nav>, BOILERPLATE"
  })
  void what_is_no_content_is_labelled_as_what_it_is(String piece, Label label) {
    String html = "<article>" + PROSE + piece + PROSE.replace("carpenter", "smith") + "</article>";
    assertThat(block(html, "x1").label()).isEqualTo(label);
  }

  @Test
  void comments_and_captions_stand_in_the_text_where_they_are_asked_for() {
    String html =
        "<article>" + PROSE + "<figcaption>x1</figcaption><div class=comment>x2</div></article>";
    Extraction kept =
        EXTRACTOR.keeping(Set.of(Label.CAPTION, Label.COMMENT)).extract(Pages.fetched(html));
    assertThat(((Extraction.Extracted) kept).article().body()).endsWith("x1", "x2").hasSize(5);
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
                    "<html><head><meta property=og:type content=article></head><article>"
                        + PROSE
                        + "</article>"
                        + comments,
                    "My grandfather built that wall, so it is nice to see somebody care for it now.")
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
