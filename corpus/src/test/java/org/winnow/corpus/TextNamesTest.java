// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNamesTest {

  @ParameterizedTest
  @CsvSource({
    "/article/2145710, 2145710",
    "/Web/News/2024/01/1525963.html, 1525963",
    "/post.php?id=207, post",
    "/2024/02/01/ترميم-سوق-قديم/, ترميم-سوق-قديم",
    "/2024/02/02/مزارعو-الزيتون/amp/, مزارعو-الزيتون",
    "/news/INDEX.html, news",
    "/a/b/default.aspx, b",
    "/news/story-v1.2, story-v1-2",
    "/a--b__c.d..html, a-b-c-d",
    "/a%20b+c, a-b-c",
    "/cafe%CC%81, café",
    "/समाचार, समाचार",
    "/新闻, 新闻",
    "/خبر‌ها, خبر-ها",
    "/%D8%AE%D8%A8%D8%B1-%FF, خبر",
    "/100%, 100",
    "/%F0%9F%98%80, page",
    "/, page"
  })
  void the_slug_is_what_the_address_says_last(String path, String slug) {
    assertThat(TextNames.slug(Url.of("https://example.org" + path))).isEqualTo(slug);
  }

  @Test
  void a_slug_has_at_most_80_characters_and_ends_in_none_of_its_hyphens() {
    String slug = TextNames.slug(Url.of("https://example.org/" + "abcdefghi-".repeat(20)));

    assertThat(slug).hasSize(79).endsWith("-abcdefghi");
  }

  @Test
  void a_slug_is_not_cut_within_a_character() {
    String slug = TextNames.slug(Url.of("https://example.org/a" + "𐎠".repeat(60)));

    assertThat(slug).isEqualTo("a" + "𐎠".repeat(39));
  }

  @Test
  void the_longest_name_fits_in_255_bytes() {
    Article article = article(Url.of("https://example.org/" + "新".repeat(500)));
    String file = TextNames.file(article, Instant.EPOCH);
    String name = file.substring(file.lastIndexOf('/') + 1);

    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.org, www.example.org",
    "xn--bcher-kva.example, xn--bcher-kva.example",
    "::1, __1",
    "con, _con",
    "aux.example, _aux.example",
    "console.example, console.example",
    "127.0.0.1, 127.0.0.1"
  })
  void a_host_names_its_folder(String host, String folder) {
    assertThat(TextNames.site(host)).isEqualTo(folder);
  }

  @Test
  void a_name_in_ascii_keeps_month_and_hash() {
    Article article = article(Url.of("https://example.org/خبر"));
    String file = TextNames.file(article, Instant.EPOCH);

    assertThat(TextNames.asciiFile(article, Instant.EPOCH)).isEqualTo(file.replace("خبر", "page"));
  }

  @Test
  void an_exported_text_is_named_by_number_and_hash() {
    Url url = Url.of("https://example.org/");

    // printf 'https://example.org/' | sha256sum
    assertThat(TextNames.export(7, url)).isEqualTo("007_8198d1bac40a1033.txt");
    assertThat(TextNames.export(1234, url)).isEqualTo("1234_8198d1bac40a1033.txt");
  }

  private static Article article(Url url) {
    Published published = new Published(LocalDate.of(2024, 1, 26), null);
    return new Article(url, url, null, null, List.of("x"), null, published, null, "auto", 1);
  }
}
