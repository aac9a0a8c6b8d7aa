// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.winnow.corpus.Url;

class BundledRulesTest {
  private static final RuleReading READING =
      new RuleReader(new BalancedBrackets()).read(BundledRules.sources());

  private static Stream<SiteRule> rules() {
    return READING.rules().rules().stream();
  }

  @Test
  void the_bundled_rules_are_read_without_a_problem() {
    assertThat(READING.problems()).isEmpty();
    assertThat(READING.rules().rules()).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void a_bundled_rule_is_named_by_its_place_among_them_wherever_the_classes_lie() {
    assertThat(BundledRules.sources())
        .extracting(RuleSource::file)
        .contains("sites/elaph.example/rule.yml");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.addiyar.example/article/1, www.addiyar.example, true",
    "https://elaph.example/Web/1.html, elaph.example, true",
    "https://www.akhbar-sham.example/2024/, www.akhbar-sham.example, true",
    "https://sham-bilingual.example/post.php?id=1, sham-bilingual.example, true",
    "https://www.emiratesvoice.example/1/2-x, www.emiratesvoice.example, true",
    "https://www.addiyar.com/article/1, www.addiyar.com, false",
    "https://elaph.com/Web/1.html, elaph.com, false",
    "https://emiratesvoice.com/1/2-x, www.emiratesvoice.com, false"
  })
  void each_site_has_its_rule(String url, String name, boolean verified) {
    assertThat(READING.rules().ruleFor(Url.of(url)))
        .hasValueSatisfying(
            rule -> {
              assertThat(rule.name()).isEqualTo(name);
              assertThat(rule.verified()).isEqualTo(verified);
              assertThat(rule.extract().body()).isNotEmpty();
            });
  }

  @Test
  void the_bundled_rules_are_found_in_a_jar_too(@TempDir Path folder) throws Exception {
    URI classes = BundledRules.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path jar = folder.resolve("rules.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(Path.of(classes))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(Path.of(classes).relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, platform)) {
      Class<?> type = loader.loadClass(BundledRules.class.getName());

      List<?> found = (List<?>) type.getMethod("sources").invoke(null);

      assertThat(found).hasSameSizeAs(BundledRules.sources());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void every_sample_that_a_rule_names_lies_beside_it(SiteRule rule) throws IOException {
    Path folder = Path.of("sites", rule.name());
    for (SampleTest test : rule.tests()) {
      assertThat(folder.resolve(test.page())).isNotEmptyFile();
      assertThat(READING.rules().ruleFor(Url.of(String.valueOf(test.url())))).contains(rule);
      String gold = Files.readString(folder.resolve(String.valueOf(test.gold())));
      assertThat(gold).endsWith("\n").doesNotEndWith("\n\n").doesNotContain("\r", "\uFEFF");
      assertThat(test.contains()).allMatch(gold::contains);
      assertThat(test.absent()).noneMatch(gold::contains);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_that_says_to_be_verified_has_samples(SiteRule rule) {
    assertThat(rule.tests().isEmpty()).isEqualTo(!rule.verified());
  }
}
