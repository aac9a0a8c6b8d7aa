// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdTest {

  private static JsonLd of(String... scripts) {
    return JsonLd.of(List.of(scripts), "https://daily.example/2"::equals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@type\":\"NewsArticle\",\"headline\":\"Title\"}",
        "[{\"@type\":\"Organization\"},{\"@type\":\"Article\",\"headline\":\"Title\"}]",
        "{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"Thing\",\"BlogPosting\"],\"headline\":\"Title\"}]}",
        "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"http://schema.org/Report\",\"headline\":\"Title\"}}",
        "<!-- {\"@type\":\"Article\",\"headline\":\"Title\"} -->",
        "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Title\"}\n//]]>",
        "/* c */ {'@type':'Article', headline: \"Title\",} // end",
        "{\"@type\":\"Article\",\"headline\":\"Title\",\"articleBody\":\"cut o",
        "{\"@type\":\"Article\",\"headline\":\"Title\"};",
        "{\"@type\":\"Article\",\"headline\":\" <b>Title</b>\"}",
        "{\"@type\":\"Organization\"}{\"@type\":\"Article\",\"headline\":\"Title\"}"
      })
  void the_article_is_found_however_it_is_written(String script) {
    JsonLd jsonLd = of(script);
    assertThat(jsonLd.isArticle()).isTrue();
    assertThat(jsonLd.value("headline")).isEqualTo("Title");
  }

  @Test
  void control_characters_and_entities_are_read() {
    JsonLd jsonLd =
        of("{\"@type\":\"Article\",\"headline\":\"A &amp; B\tC\",\"articleBody\":\"one\ntwo\"}");
    assertThat(jsonLd.value("headline")).isEqualTo("A & B\tC");
    assertThat(jsonLd.value("articleBody")).isEqualTo("one\ntwo");
  }

  @Test
  void a_path_goes_through_objects_arrays_and_references() {
    JsonLd jsonLd =
        of(
            "{\"@graph\":[{\"@type\":\"Article\",\"author\":[{\"@id\":\"#ada\"},{\"name\":\"Bo\"}],"
                + "\"publisher\":{\"logo\":{\"url\":\"/l.png\"}}},"
                + "{\"@type\":\"Person\",\"@id\":\"#ada\",\"name\":\"Ada\"}]}");
    assertThat(jsonLd.values("author.name")).containsExactly("Ada", "Bo");
    assertThat(jsonLd.values("author")).containsExactly("Ada", "Bo");
    assertThat(jsonLd.value("publisher.logo.url")).isEqualTo("/l.png");
    assertThat(jsonLd.value("publisher.nothing.url")).isEmpty();
    assertThat(jsonLd.value("")).isEmpty();
  }

  @Test
  void of_several_articles_the_one_with_the_pages_address_is_taken() {
    JsonLd jsonLd =
        of(
            "{\"@type\":\"Article\",\"headline\":\"One\",\"url\":\"https://daily.example/1\"}",
            "{\"@type\":\"Article\",\"headline\":\"Two\",\"mainEntityOfPage\":{\"@id\":\"https://daily.example/2\"}}");
    assertThat(jsonLd.value("headline")).isEqualTo("Two");
  }

  @Test
  void a_web_page_is_no_article_but_has_values() {
    JsonLd jsonLd = of("{\"@type\":\"WebPage\",\"datePublished\":\"2024-01-26\"}");
    assertThat(jsonLd.isArticle()).isFalse();
    assertThat(jsonLd.value("datePublished")).isEqualTo("2024-01-26");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "nonsense", "[", "{", "\"", "[[[[", "{\"@type\":{}}", "]"})
  void a_broken_script_has_no_article(String script) {
    assertThat(of(script).isArticle()).isFalse();
    assertThat(of(script).value("headline")).isEmpty();
  }

  @Test
  void what_is_nested_too_deeply_is_left_out() {
    JsonLd jsonLd =
        of(
            "{\"@type\":\"Article\",\"headline\":\"Title\",\"x\":"
                + "[".repeat(100_000)
                + "]".repeat(100_000)
                + "}");
    assertThat(jsonLd.value("headline")).isEqualTo("Title");
  }
}
