// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RuleWriterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain words",
        "#content",
        "[itemprop=x]",
        "*",
        "a: b",
        "a #b",
        "ends:",
        " led and trailed ",
        "yes",
        "NULL",
        "1.5",
        "~",
        "- x",
        "it's \"quoted\"",
        "'",
        "back\\slash",
        "{a, b}",
        "x, y]",
        "two\nlines",
        "tab\tin",
        "\u0000\u001b",
        "قد يهمك أيضا",
        "a\u200Fb\u202Ec",
        "\uFEFFbom",
        "@attr",
        "%x",
        "`x`",
        ".inf",
        ".5",
        "👍",
        "\u2028",
        "---",
      })
  void every_text_is_read_back_as_it_was(String text) {
    String yaml =
        new RuleWriter()
            .text("one", text)
            .list("many")
            .item(text)
            .item(Map.of("in", text))
            .toString();
    assertThat(read(yaml))
        .isEqualTo(Map.of("one", text, "many", List.of(text, Map.of("in", text))));
  }

  @Test
  void what_needs_no_quotes_has_none_and_letters_stay_readable() {
    String yaml =
        new RuleWriter()
            .comment("Two lines\nof comment")
            .number("version", 1)
            .begin("extract")
            .texts("body", List.of("div.entry > p"))
            .texts("title", List.of("العنوان", "#title"))
            .end()
            .flag("abstract", true)
            .toString();
    assertThat(yaml)
        .isEqualTo(
            """
            # Two lines
            # of comment
            version: 1
            extract:
              body: div.entry > p
              title:
                - العنوان
                - '#title'
            abstract: true
            """);
  }

  @Test
  void a_comment_cannot_end_itself() {
    String yaml = new RuleWriter().comment("a\u0085b: c\u0000\rx: y").text("k", "v").toString();
    assertThat(read(yaml)).isEqualTo(Map.of("k", "v"));
  }

  private static Object read(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }
}
