// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.siterules.imports.XPathTranslation.Constant;
import org.winnow.siterules.imports.XPathTranslation.Reason;
import org.winnow.siterules.imports.XPathTranslation.Refused;
import org.winnow.siterules.imports.XPathTranslation.Selected;

class XPathToCssTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "//article ; article",
        "//div[@id='main'] ; div#main",
        "//div[@class='a b'] ; div[class=\"a b\"]",
        "//div[@class=\"a\"]/p ; div[class=a] > p",
        "//*[@itemprop='text']//p ; [itemprop=text] p",
        "//div[contains(@class, 'ad')] ; div[class*=ad s]",
        "//a[starts-with(@href, '/tag/')] ; a[href^=\"/tag/\" s]",
        "//div[contains(concat(' ',normalize-space(@class),' '),' x ')] ; div.x",
        "//div[contains(concat(' ', @class, ' '), ' x')] ; `div:is([class^=x s], [class*=\" x\" s])`",
        "//div[1] ; div:first-of-type",
        "//div[@class='a'][1] ; div[class=a]:not(div[class=a] ~ *)",
        "//div[@class='a'][2] ; div[class=a]:is(div[class=a] ~ *):not(div[class=a] ~ div[class=a] ~ *)",
        "//div[1][@class='a'] ; div:first-of-type[class=a]",
        "//ul/li[last()] ; ul > li:last-of-type",
        "//ul/li[last()-1] ; ul > li:nth-last-of-type(2)",
        "//ul/*[2] ; ul > :nth-child(2)",
        "//li[position()>1] ; li:nth-of-type(n+2)",
        "//li[position()<3] ; li:nth-of-type(-n+2)",
        "//li[position()=last()] ; li:last-of-type",
        "//h2/following-sibling::p ; h2 ~ p",
        "//h2/following-sibling::*[1] ; h2 + *",
        "//h2/preceding-sibling::p ; p:has(~ h2)",
        "//h2/preceding-sibling::p[1] ; p:has(~ h2:not(:scope ~ p ~ *))",
        "//time/.. ; :has(> time)",
        "//p/time/parent::p ; p:has(> time)",
        "//div//time/parent::div ; `div:has(> time), div div:has(> time)`",
        "//a/ancestor::section ; section:has(a)",
        "//a/ancestor::section[1] ; section:has(a:not(:scope section *))",
        "//p[a] ; p:has(> a)",
        "//p[.//img] ; p:has(img)",
        "//p[not(@class)] ; p:not([class])",
        "//p[@a and not(@b or @c)] ; `p[a]:not([b], [c])`",
        "//p[@a='x' or @a='y'] ; `p:is([a=x], [a=y])`",
        "//p[@a!='x'] ; p[a]:not([a=x])",
        "//p[a/@href='/x'] ; p:has(> a[href=\"/x\"])",
        "//p[parent::div] ; p:is(div > *)",
        "//p[contains(., 'Read (more)')] ; p:containsWholeText(Read \\(more\\))",
        "//p[contains(text(), 'Read')] ; p:containsWholeOwnText(Read)",
        "//script[contains(., 'x=1')] ; script:containsData(x=1)",
        "//p[count(img) > 0] ; p:has(> img)",
        "//*[self::h1 or self::h2] ; `:is(:is(h1), :is(h2))`",
        "/html/body/div ; html > body > div",
        "id('story')/p ; #story > p",
        "//h1 | //h2 ; `h1, h2`",
        "//p[normalize-space(@class)='x'] ; p[class=x]",
      })
  void an_expression_becomes_the_selector_of_the_same_elements(String xpath, String css) {
    assertThat(XPathToCss.elements(xpath))
        .isInstanceOfSatisfying(
            Selected.class,
            selected -> {
              assertThat(selected.isElements()).isTrue();
              assertThat(selected.branches()).singleElement().extracting("css").isEqualTo(css);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "//meta[@property='og:title']/@content ; meta[property=\"og:title\"] ; content",
        "//time/@datetime ; time[datetime] ; datetime",
        "//div[@id='x']//@href ; `div#x[href], div#x [href]` ; href",
        "(//time)[1]/@datetime ; time:not(time *, time ~ *, time ~ * *, :has(time) ~ *, :has(time) ~ * *)[datetime] ; datetime",
      })
  void an_attribute_is_read_of_the_elements_that_have_it(
      String xpath, String css, String attribute) {
    assertThat(XPathToCss.value(xpath))
        .isInstanceOfSatisfying(
            Selected.class,
            selected ->
                assertThat(selected.branches())
                    .containsExactly(new XPathTranslation.Branch(css, attribute)));
  }

  @Test
  void the_first_of_all_needs_no_words_where_only_the_first_is_wanted() {
    assertThat(XPathToCss.value("(//h1)[1]")).isEqualTo(XPathToCss.value("//h1"));
  }

  @Test
  void string_functions_become_what_stands_before_and_after() {
    assertThat(XPathToCss.value("substring-before(substring-after(//p, 'By '), ' on ')"))
        .isEqualTo(new Selected(List.of(new XPathTranslation.Branch("p", null)), "By ", " on "));
    assertThat(XPathToCss.value("normalize-space(//h1)")).isEqualTo(XPathToCss.value("//h1"));
    assertThat(XPathToCss.value("string('The Editor')")).isEqualTo(new Constant("The Editor"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "//div[@class='x' ; SYNTAX",
        "//div[contains(@class='x')] ; SYNTAX",
        "///p ; SYNTAX",
        "//p[@a=\"x] ; SYNTAX",
        "//p/text() ; TEXT_NODES",
        "//p/node() ; TEXT_NODES",
        "//p[text()='x'] ; TEXT_COMPARED",
        "//p[starts-with(., 'x')] ; TEXT_COMPARED",
        "(//p)[2] ; POSITION",
        "//h2/following-sibling::p[1] ; POSITION",
        "//p/descendant::a[1] ; POSITION",
        "concat(//a/@href, '?print') ; FUNCTION",
        "//p[string-length(.) > 5] ; COMPARISON",
        "//p[@*='x'] ; COMPARISON",
        "//p[0] ; NEVER",
        "//p[//h1] ; AXIS",
      })
  void what_css_cannot_say_is_refused_with_the_reason(String xpath, Reason reason) {
    assertThat(XPathToCss.value(xpath))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void expressions_that_would_end_the_stack_or_the_memory_are_refused() {
    assertThat(XPathToCss.elements("(".repeat(3_000))).isInstanceOf(Refused.class);
    assertThat(XPathToCss.elements("//a" + "[b".repeat(1_000))).isInstanceOf(Refused.class);
    assertThat(XPathToCss.elements("//a" + "//a/..".repeat(300))).isInstanceOf(Refused.class);
    assertThat(XPathToCss.elements("//a" + "/ancestor::b".repeat(200))).isInstanceOf(Refused.class);
    assertThat(XPathToCss.elements("//a" + "[b][2]".repeat(300))).isInstanceOf(Refused.class);
    assertThat(XPathToCss.elements("-".repeat(3_000) + "1")).isInstanceOf(Refused.class);
  }
}
