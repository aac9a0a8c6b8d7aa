// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.winnow.bench.Winnow;

/** The gate itself, and that it can fail. */
class GateTest {
  private static final Path FOLDER = Path.of("gate");

  private static GateRun run;
  private static GateFloors floors;

  @BeforeAll
  static void runGate() throws Exception {
    run = GateRun.of(GatePages.make(FOLDER), new Winnow());
    floors = GateFloors.read(FOLDER.resolve("floors.json"));
  }

  @Test
  void no_kind_of_page_and_no_language_is_extracted_worse_than_pinned() {
    assertThat(floors.problems(run)).isEmpty();
  }

  @Test
  void the_pages_are_of_the_kinds_that_extraction_fails_on() {
    assertThat(run.kinds().keySet())
        .contains(
            "AMP",
            "JSON-LD",
            "article",
            "br",
            "comments",
            "div soup",
            "hydration",
            "list",
            "live blog",
            "nineties",
            "paywall",
            "read also",
            "short",
            "stacked",
            "two directions");
  }

  @Test
  void the_pages_are_in_many_languages_and_scripts() {
    assertThat(run.languages().keySet()).contains("ar", "en", "fa", "zh", "ja", "ru", "de", "fr");
  }

  @Test
  void making_the_pages_again_gives_the_same_bytes() throws Exception {
    assertThat(GateRun.fingerprint(GatePages.make(FOLDER)))
        .isEqualTo(GateRun.fingerprint(run.pages()));
  }

  @Test
  void a_page_changed_without_pinning_fails() {
    GatePage first = run.pages().get(0);
    GatePage changed =
        new GatePage(
            first.id(),
            first.kind(),
            first.language(),
            first.html(),
            first.charset(),
            first.gold() + "more\n");
    GateRun other = new GateRun(List.of(changed), run.scores().subList(0, 1));
    GateFloors pinned = new GateFloors(GateRun.fingerprint(List.of(first)), 1, Map.of(), Map.of());
    assertThat(pinned.problems(other)).first().asString().contains("gate --pin");
  }

  @Test
  void falling_under_a_floor_fails_and_names_kind_and_figures() {
    Map<String, Double> kinds = new TreeMap<>(floors.kinds());
    kinds.put("list", 1.001);
    GateFloors higher = new GateFloors(floors.sha256(), floors.pages(), kinds, floors.languages());
    assertThat(higher.problems(run)).singleElement().asString().startsWith("kind list: F1 ");
  }

  @Test
  void a_language_whose_pages_are_gone_fails() {
    Map<String, Double> languages = new TreeMap<>(floors.languages());
    languages.put("tlh", 0.5);
    GateFloors more = new GateFloors(floors.sha256(), floors.pages(), floors.kinds(), languages);
    assertThat(more.problems(run)).containsExactly("language tlh: no pages any more, floor 0.5");
  }
}
