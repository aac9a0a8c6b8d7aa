// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Url;

class UrlShapesTest {
  @ParameterizedTest
  @CsvSource({
    "/calendar/2031/05/17, site.test/calendar/0",
    "/calendar?month=5&year=2031, site.test/calendar?month&year",
    "/list?year=2031&month=5&month=6, site.test/list?month&year",
    "/news/the-bridge-is-open, site.test/news/a-a",
    "/s/8f3a99b1c2d4e5f6/page, site.test/s/*/page",
    "/news/page12.html, site.test/news/page0.html",
    "/, site.test"
  })
  void addresses_of_one_kind_of_page_have_one_shape(String address, String shape) {
    assertThat(UrlShapes.of(Url.of("https://site.test" + address))).isEqualTo(shape);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b/a/b/a/b, true",
    "/news/news/news/1, true",
    "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21, true",
    "/2024/01/01/01/story, false",
    "/news/2024/news, false"
  })
  void a_path_that_repeats_itself_goes_round_in_circles(String path, boolean isCircle) {
    assertThat(UrlShapes.circle(Url.of("https://site.test" + path)).isPresent())
        .isEqualTo(isCircle);
  }
}
