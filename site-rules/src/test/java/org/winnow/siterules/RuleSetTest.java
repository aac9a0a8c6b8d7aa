// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Url;

class RuleSetTest {
  private final RuleSet rules =
      new RuleReader(new BalancedBrackets())
          .read(
              List.of(
                  rule("exact", "news.example.org"),
                  rule("long", "*.news.example.org"),
                  rule("short", "*.example.org"),
                  rule("top", "example.org")))
          .rules();

  private static RuleSource rule(String name, String host) {
    String text =
        "version: 1\nsite: https://" + name + ".test/\nmatch: { hosts: [ '" + host + "' ] }\n";
    return new RuleSource(name, name, () -> text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "https://news.example.org/1, exact",
    "http://NEWS.example.org:8080/1, exact",
    "https://a.news.example.org/, long",
    "https://a.b.news.example.org/, long",
    "https://sport.example.org/, short",
    "https://example.org/, top",
    "https://example.com/, ",
    "https://badexample.org/, ",
    "https://example.org.evil.test/, "
  })
  void an_exact_host_comes_before_the_longest_wildcard(String url, String name) {
    assertThat(rules.ruleFor(Url.of(url)).map(SiteRule::name).orElse(null)).isEqualTo(name);
  }
}
