// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.SelectorSyntax;

class AbpImportTest {
  private static final SelectorSyntax SYNTAX =
      css -> css.contains(":has-text") ? Optional.of("is no CSS") : Optional.empty();

  @Test
  void plain_filters_become_rules_that_the_reader_takes() {
    AbpImport.Result result =
        imported(
            """
            [Adblock Plus 2.0]
            ! comment
            ##.ad-box
            ##div#sponsor > p
            a.example,b.example##.promo
            """);
    assertThat(result.yaml())
        .isEqualTo(
            """
            # Imported from an Adblock list; 'extends: my-list' takes it over.
            version: 1
            abstract: true
            remove:
              selectors:
                - .ad-box
                - div#sponsor > p
            ---
            version: 1
            extends: my-list
            site: https://a.example/
            match:
              hosts:
                - a.example
                - '*.a.example'
            status: unverified
            remove:
              selectors: .promo
            ---
            version: 1
            extends: my-list
            site: https://b.example/
            match:
              hosts:
                - b.example
                - '*.b.example'
            status: unverified
            remove:
              selectors: .promo
            """);
    RuleReading reading =
        new RuleReader(SYNTAX)
            .read(
                List.of(
                    new RuleSource(
                        "my-list",
                        "my-list.yml",
                        () -> result.yaml().getBytes(StandardCharsets.UTF_8))));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules().rules())
        .hasSize(2)
        .allSatisfy(rule -> assertThat(rule.remove().selectors()).hasSize(3));
  }

  @Test
  void an_exception_takes_a_selector_back_everywhere_or_on_its_host() {
    AbpImport.Result result =
        imported(
            """
            ##.a
            ##.b
            #@#.a
            x.example#@#.b
            ~y.example##.c
            """);
    assertThat(result.general()).isEqualTo(2);
    assertThat(result.yaml())
        .doesNotContain("- .a\n")
        .contains("keep: .b")
        .contains("site: https://y.example/")
        .contains("keep: .c");
  }

  @Test
  void filters_of_the_network_are_counted() {
    AbpImport.Result result = imported("||ads.example^$third-party\n@@||x.example^\n/banner/*\n");
    assertThat(result.network()).isEqualTo(3);
    assertThat(result.notes()).isEmpty();
  }

  @Test
  void what_goes_beyond_css_is_reported_with_its_line() {
    AbpImport.Result result =
        imported(
            "##.ok\nx.example##p:has-text(Ad)\nx.example#?#p:-abp-has(b)\nx.example##+js(a)\n##^script\n");
    assertThat(result.notes()).extracting(ImportNote::line).containsExactly(2, 3, 4, 5);
    assertThat(result.notes().get(0)).hasToString("list.txt:2: p:has-text(Ad): is no CSS");
    assertThat(result.general()).isOne();
  }

  private static AbpImport.Result imported(String list) {
    return new AbpImport(SYNTAX).of("my-list", "list.txt", list);
  }
}
