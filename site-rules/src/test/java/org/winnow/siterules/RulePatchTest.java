// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePatchTest {
  private static final String BARE = "version: 1\nsite: https://news.example/\n";

  /** Every patch of {@code rule-patches.txt} gives exactly the text that stands below it. */
  @TestFactory
  Stream<DynamicTest> a_patch_changes_the_intended_place_only() throws IOException {
    try (InputStream stream = getClass().getResourceAsStream("rule-patches.txt")) {
      String all =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^=== ", -1))
          .skip(1)
          .map(
              each ->
                  DynamicTest.dynamicTest(
                      each.lines().findFirst().orElseThrow(), () -> check(each)))
          .toList()
          .stream();
    }
  }

  private static void check(String section) {
    String title = section.lines().findFirst().orElseThrow();
    String[] parts = section.substring(section.indexOf('\n') + 1).split("(?m)^>>>\n", -1);
    String[] words = title.split(" ", 3);
    RulePatch patch = RulePatch.of(parts[0]);

    Optional<String> patched =
        switch (words[0]) {
          case "add" -> patch.add(words[1], words[2]);
          case "add-line" -> patch.add(words[1], Map.of("equals", words[2]));
          case "set" -> patch.set(words[1], words[2]);
          default -> patch.remove(words[1]);
        };

    assertThat(patched.orElse("impossible\n")).isEqualTo(parts[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void the_ends_of_lines_stay_as_they_are(String newline) {
    String rule = BARE.replace("\n", newline);

    assertThat(RulePatch.of(rule).add("remove.selectors", ".ad"))
        .contains(rule + String.join(newline, "remove:", "  selectors:", "    - .ad", ""));
  }

  @Test
  void a_text_without_a_last_end_of_line_stays_without_one() {
    assertThat(RulePatch.of(BARE.strip()).set("extract.body", "main"))
        .contains(BARE + "extract:\n  body: main");
    assertThat(RulePatch.of(BARE + "keep: .x").remove("keep")).contains(BARE.strip());
  }

  @Test
  void a_byte_order_mark_stays() {
    assertThat(RulePatch.of("\uFEFF" + BARE).add("keep", ".box"))
        .contains("\uFEFF" + BARE + "keep:\n  - .box\n");
  }

  @Test
  void of_several_rules_in_a_file_the_one_that_is_meant_is_changed() {
    String file = BARE + "---\n" + BARE + "keep: .a\n";

    assertThat(new RulePatch(file, 1).add("keep", ".b"))
        .contains(BARE + "---\n" + BARE + "keep: [ .a, .b ]\n");
    assertThat(new RulePatch(file, 2).add("keep", ".b")).isEmpty();
  }

  @Test
  void letters_beyond_the_basic_plane_before_the_place_do_not_move_it() {
    String rule = BARE + "keep: [ '𐍈𐍈 > .a' ]   # 𐍈\nremove:\n  names: [ a ]\n";

    assertThat(RulePatch.of(rule).add("remove.names", "b"))
        .contains(rule.replace("[ a ]", "[ a, b ]"));
  }

  @Test
  void a_schedule_is_brought_to_the_wanted_keys_and_keeps_the_rest_as_written() {
    String rule = BARE + "schedule:\n  cron: '5 * * * *'   # hourly\n  jitter: 5m\n";
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("cron", "5 * * * *");
    wanted.put("timezone", "Asia/Dubai");

    assertThat(RulePatch.of(rule).set("schedule", wanted))
        .contains(BARE + "schedule:\n  cron: '5 * * * *'   # hourly\n  timezone: Asia/Dubai\n");
  }

  @Test
  void a_value_can_be_asked_for() {
    RulePatch patch = RulePatch.of(BARE + "sections:\n  - urls: /a\n    skip: true\n");

    assertThat(patch.value("sections[0].urls")).contains("/a");
    assertThat(patch.value("sections[1].urls")).isEmpty();
    assertThat(patch.value("sections")).isEmpty();
  }

  static Stream<String> bundled() throws IOException {
    List<String> texts = new ArrayList<>();
    for (RuleSource source : BundledRules.sources()) {
      texts.add(new String(source.content().read(), StandardCharsets.UTF_8));
    }
    try (InputStream stream = RulePatchTest.class.getResourceAsStream("rule-patches.txt")) {
      String all =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      Stream.of(all.split("(?m)^===.*\n", -1))
          .map(each -> each.split("(?m)^>>>\n", -1)[0])
          .filter(each -> each.contains("version: 1"))
          .forEach(texts::add);
    }
    return texts.stream().flatMap(text -> Stream.of(text, text.replace("\n", "\r\n")));
  }

  /** Adds, sets and removes at random places; the seed is the text's own. */
  @ParameterizedTest
  @MethodSource("bundled")
  void whatever_is_added_can_be_taken_away_again_and_no_comment_is_lost(String rule) {
    Random random = new Random(rule.hashCode());
    List<String> lists =
        List.of("remove.selectors", "remove.names", "remove.cutAt", "keep", "extract.body");
    List<String> values =
        List.of(".a", "#b", "[x=y]", "a, b > c:has(d)", "it's: so #1", "اقرأ أيضاً:", "- {", "no");
    String now = rule;
    for (int i = 0; i < 40; i++) {
      String path = lists.get(random.nextInt(lists.size()));
      String value = values.get(random.nextInt(values.size()));
      Optional<String> added = RulePatch.of(now).add(path, value);
      if (added.isPresent()) {
        assertThat(items(added.get(), path)).endsWith(value);
        assertThat(comments(added.get())).containsAll(comments(now));
        int last = items(added.get(), path).size() - 1;
        Optional<String> without = RulePatch.of(added.get()).remove(path + "[" + last + "]");
        without.ifPresent(
            text ->
                assertThat(items(text, path)).isEqualTo(items(added.get(), path).subList(0, last)));
        now = random.nextInt(3) == 0 && without.isPresent() ? without.get() : added.get();
      }
      Optional<String> set = RulePatch.of(now).set("extract.title", value);
      now = set.orElse(now);
    }
    assertThat(now).isNotEqualTo(rule);
  }

  private static List<Object> items(String yaml, String path) {
    String bare = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
    Object at = YamlSpan.documents(bare).get(0).plain();
    for (String step : path.split("\\.")) {
      at = at instanceof Map<?, ?> map && map.containsKey(step) ? map.get(step) : List.of();
    }
    return at instanceof List<?> list ? new ArrayList<>(list) : List.of(at);
  }

  private static List<String> comments(String yaml) {
    return Arrays.stream(yaml.split("\r?\n", -1))
        .filter(line -> line.strip().startsWith("# "))
        .map(String::strip)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "- a\n",
        "version: [1\n",
        "a: &x 1\nb: *x\n",
        "a: !tag 1\n",
        "a: 1\na: 2\n",
        "just text"
      })
  void what_is_no_rule_is_not_patched(String text) {
    assertThat(RulePatch.of(text).add("remove.names", "x")).isEmpty();
    assertThat(RulePatch.of(text).set("extract.body", "x")).isEmpty();
    assertThat(RulePatch.of(text).remove("a")).isEmpty();
  }
}
