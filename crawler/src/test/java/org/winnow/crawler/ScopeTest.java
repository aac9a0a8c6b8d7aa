// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Url;
import org.winnow.siterules.RuleSet;

class ScopeTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.test/x, true",
    "http://a.test/x, true",
    "https://www.a.test/x, true",
    "https://m.a.test/x, false",
    "https://b.test/a.test, false",
  })
  void without_a_rule_a_site_is_its_host_with_and_without_www(String url, boolean isInside) {
    Scope scope = new Scope(Url.of("https://a.test/"), RuleSet.none());

    assertThat(scope.contains(Url.of(url))).isEqualTo(isInside);
  }

  @Test
  void a_host_that_is_added_belongs_to_the_site() {
    Scope scope = new Scope(Url.of("https://a.test/"), RuleSet.none());

    scope.addHost("news.a.test");

    assertThat(scope.contains(Url.of("https://news.a.test/x"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.test/, true",
    "https://a.test/article.html, true",
    "https://a.test/news.php, true",
    "https://a.test/v1.2/story, true",
    "https://a.test/photo.JPG, false",
    "https://a.test/paper.pdf?page=2, false",
    "https://a.test/show?file=paper.pdf, true",
  })
  void tells_files_from_pages_by_the_extension(String url, boolean isPage) {
    assertThat(Scope.isPage(Url.of(url))).isEqualTo(isPage);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/, https://www.example.com/, true",
    "https://example.com/, https://news.example.com/, true",
    "https://example.co.uk/, https://other.co.uk/, false",
    "https://example.com/, https://example.org/, false",
  })
  void knows_whether_two_hosts_lie_under_one_registered_domain(
      String one, String other, boolean isSame) {
    assertThat(Scope.isSameDomain(Url.of(one), Url.of(other))).isEqualTo(isSame);
  }
}
