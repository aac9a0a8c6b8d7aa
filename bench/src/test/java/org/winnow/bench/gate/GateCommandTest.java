// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.app.Dataset;
import org.winnow.app.LabelledPage;
import org.winnow.bench.BenchRun;

/** The command on a gate of one template and one text. */
class GateCommandTest {
  @TempDir private Path folder;

  private Path floors;

  @BeforeEach
  void gate() throws IOException {
    floors = folder.resolve("floors.json");
    Files.createDirectories(folder.resolve("texts"));
    Files.createDirectories(folder.resolve("templates"));
    Path real = Path.of("gate");
    Files.copy(real.resolve("texts/de.yml"), folder.resolve("texts/de.yml"));
    for (String template : List.of("blocks.part.html", "br-double.html")) {
      Files.copy(
          real.resolve("templates").resolve(template),
          folder.resolve("templates").resolve(template));
    }
    Files.writeString(
        folder.resolve("templates.yml"),
        "- {name: br-double, kind: br, form: article, legacy: true}\n");
  }

  @Test
  void pinned_floors_hold_for_the_same_pages() {
    assertThat(BenchRun.bench("gate", folder, "--pin").code()).isZero();
    assertThat(floors).content().contains("\"br\"", "\"de\"", "\"sha256\"");
    assertThat(BenchRun.bench("gate", folder).code()).isZero();
  }

  @Test
  void floors_do_not_sink_unless_that_is_said() throws IOException {
    GateFloors high = new GateFloors("0", 2, Map.of("br", 1.5), Map.of("de", 0.1));
    high.write(floors);
    BenchRun refused = BenchRun.bench("gate", folder, "--pin");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("kind br: F1", "floor 1.500", "--allow-lower");
    assertThat(GateFloors.read(floors)).isEqualTo(high);

    assertThat(BenchRun.bench("gate", folder, "--pin", "--allow-lower").code()).isZero();
    assertThat(GateFloors.read(floors).kinds().get("br")).isLessThanOrEqualTo(1);
  }

  @Test
  void a_fall_under_a_floor_ends_with_code_1() throws IOException {
    new GateFloors("0", 2, Map.of("br", 1.5), Map.of("de", 0.1)).write(floors);
    BenchRun run = BenchRun.bench("gate", folder);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("kind br: F1");
  }

  @Test
  void written_pages_are_a_labelled_dataset_in_their_own_charset() throws IOException {
    Path out = folder.resolve("out");
    assertThat(BenchRun.bench("gate", folder, "--write", out).code()).isZero();
    List<LabelledPage> pages = Dataset.read(out);
    assertThat(pages).hasSize(2).allMatch(page -> page.kind().equals("br"));
    LabelledPage page = pages.get(1);
    assertThat(page.id()).isEqualTo("br-double/de/seilbahn-faehrt-wieder");
    assertThat(new String(page.read().body(), "windows-1252"))
        .contains("charset=windows-1252", "verdankt sie einem Irrtum");
    assertThat(page.gold()).startsWith("Die alte Seilbahn").doesNotContain("Meistgelesen", "[[");
  }

  @Test
  void a_folder_without_a_gate_is_a_mistake_of_the_user() {
    BenchRun run = BenchRun.bench("gate", folder.resolve("nowhere"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("nowhere: no gate here");
  }
}
