// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.LayoutPrint;

class TagPathsTest {
  private static LayoutPrint print(String body) {
    return PageWalk.over(Jsoup.parse("<html><body>" + body + "</body></html>"), Pages.NAMES)
        .print();
  }

  @Test
  void texts_numbers_ids_and_classes_do_not_count() {
    assertThat(print("<main id=a><p class=x>One<p>Two<p>Three</main>"))
        .isEqualTo(print("<main id=b><p class=y>Four</main>"));
  }

  @Test
  void another_tree_has_another_print() {
    assertThat(
            print("<main><article><h1>A</h1><p>B</p></article></main>")
                .similarity(
                    print("<div><div><section><h2>A</h2><span>B</span></section></div></div>")))
        .isLessThan(0.5);
  }

  @Test
  void a_page_nested_without_end_has_a_print_too() {
    assertThat(print("<div>".repeat(20_000)).hex()).hasSize(64);
  }
}
