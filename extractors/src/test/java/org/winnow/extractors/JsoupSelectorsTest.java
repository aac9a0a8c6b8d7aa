// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsoupSelectorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"div.text > p", "[itemprop=articleBody]", "h2:has(a)", "p:nth-child(2)", "a ~ b"})
  void usual_selectors_are_fine(String css) {
    assertThat(JsoupSelectors.INSTANCE.problemWith(css)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                 | empty",
        "div[               | Did not find balanced marker",
        "p::                | identifier expected",
        "p:matches(a+)      | :matches family",
        "p:matchesOwn(a+)   | :matches family",
        "p:matchesWholeText(x) | :matches family",
        "a[href~=a+]        | [attribute~=regex]"
      })
  void others_are_refused_with_a_reason(String css, String part) {
    assertThat(JsoupSelectors.INSTANCE.problemWith(css)).get().asString().contains(part);
  }
}
