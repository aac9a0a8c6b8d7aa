// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Url;

class UrlShapeTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example/news/2024/01/1525.html, /news/0/0/0.html",
    "https://a.example/world/a-slug-of-words, /world/a-a",
    "https://a.example/post.php?id=7, /post.php?id=",
    "https://a.example/sport, /sport",
    "https://a.example/, ''"
  })
  void the_shape_of_an_address(String url, String shape) {
    assertThat(UrlShape.of(Url.of(url))).isEqualTo(shape);
  }

  @Test
  void a_home_page_leads_to_the_largest_group_of_articles() {
    assertThat(
            UrlShape.articles(
                Url.of("https://a.example/"),
                urls("/sport", "/news/1", "/tag/9", "/news/2", "/news/3", "/about")))
        .containsExactlyElementsOf(urls("/news/1", "/news/2", "/news/3"));
  }

  @Test
  void an_article_leads_to_pages_of_its_own_shape() {
    assertThat(
            UrlShape.articles(
                Url.of("https://a.example/news/9"), urls("/tag/1", "/tag/2", "/news/1")))
        .containsExactlyElementsOf(urls("/news/1"));
  }

  @Test
  void other_hosts_are_left_alone() {
    assertThat(
            UrlShape.articles(
                Url.of("https://a.example/"), List.of(Url.of("https://b.example/news/1"))))
        .isEmpty();
  }

  private static List<Url> urls(String... paths) {
    return Stream.of(paths).map(path -> Url.of("https://a.example" + path)).toList();
  }
}
