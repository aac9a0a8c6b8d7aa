// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Article;
import org.winnow.corpus.Url;

class TwinsTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example/story?share=x, https://a.example/story, https://a.example/story",
    "https://m.a.example/story, https://www.a.example/story, https://www.a.example/story",
    "https://a.example/story, https://a.example/, https://a.example/story",
    "https://a.example/story, https://evil.example/other, https://a.example/story",
    "https://a.example/story, https://a.example/story, https://a.example/story"
  })
  void the_stated_address_names_the_article_unless_it_cannot(
      String page, String stated, String named) {
    Article article =
        new Article(
            Url.of(page), Url.of(stated), "H", null, List.of("b"), null, null, null, "auto", 1);
    assertThat(Twins.withUsableCanonical(article).canonical()).isEqualTo(Url.of(named));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/p?id=7, https://a.example/p?id=7&print=1",
    "https://a.example/story, https://a.example/story?print=1",
    "https://a.example/story, https://a.example/print/story",
  })
  void the_plainer_address_is_the_main_one(String main, String copy) {
    assertThat(Twins.isMainAddress(Url.of(main), Url.of(copy))).isTrue();
    assertThat(Twins.isMainAddress(Url.of(copy), Url.of(main))).isFalse();
  }
}
