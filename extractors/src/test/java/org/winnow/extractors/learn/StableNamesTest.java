// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entry-content",
        "articleBody",
        "article__text",
        "story",
        "post_body",
        "text",
        "byline",
        "sharedaddy",
        "hentry",
        "نص-المقال",
        "main",
        "headline",
        "articledetailstext"
      })
  void names_that_somebody_gave_are_stable(String name) {
    assertThat(StableNames.isStable(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "css-1ab2c9",
        "css-qwerty",
        "sc-bdnxRM",
        "jsx-story",
        "data-v-abcdef",
        "jss-content",
        "a1b2c3",
        "post-211",
        "articledetailstext1",
        "bdrtblx",
        "kZqWxT",
        "aBcDeF",
        "xkcdqrst"
      })
  void names_that_a_tool_made_are_not(String name) {
    assertThat(StableNames.isStable(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "col-md",
        "text-center",
        "container",
        "clearfix",
        "mt-lg",
        "row",
        "flex",
        "w-full"
      })
  void names_that_say_how_something_looks_are_not(String name) {
    assertThat(StableNames.isStable(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a]b", "md:flex", "w-[10px]", "a'b", "x", "", "> *", "-abc"})
  void names_that_would_need_an_escape_are_not(String name) {
    assertThat(StableNames.isStable(name)).isFalse();
  }
}
