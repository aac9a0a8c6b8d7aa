// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.speed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.bench.BenchRun;
import org.winnow.corpus.FetchedPage;

class SpeedTest {
  @TempDir private Path folder;

  @Test
  void a_ratio_compares_what_was_measured_in_the_same_round() {
    List<Measured> parse = List.of(cpu(1), cpu(10), cpu(100));
    List<Measured> winnow = List.of(cpu(2), cpu(13), cpu(120));
    assertThat(SpeedRounds.ratio(winnow, parse, Measured::cpu)).isEqualTo(1.3);
  }

  @Test
  void the_sample_is_spread_over_all_datasets() throws IOException {
    Path one = dataset("one", 6);
    Path two = dataset("two", 2);
    SpeedSample sample = SpeedSample.read(List.of(one, two), 4);
    assertThat(sample.pages().stream().map(page -> new String(page.body(), UTF_8)))
        .containsExactly("<p>one 0", "<p>one 2", "<p>one 4", "<p>two 0");
  }

  @Test
  void a_small_dataset_gives_every_page_once() throws IOException {
    assertThat(SpeedSample.read(List.of(dataset("few", 3)), 100).pages()).hasSize(3);
  }

  @Test
  void hostile_pages_are_as_large_and_as_deep_as_they_say() {
    Map<String, FetchedPage> pages = HostilePages.make();
    assertThat(pages.get("5 MB of paragraphs").body()).hasSizeGreaterThan(4_800_000);
    assertThat(new String(pages.get("100k nested divs").body(), UTF_8).split("<div>"))
        .hasSizeGreaterThan(100_000);
    assertThat(new String(pages.get("200k attributes on one element").body(), UTF_8).split("=1 "))
        .hasSizeGreaterThan(200_000);
  }

  @Test
  void a_count_that_makes_no_sense_is_a_mistake_of_the_user() throws IOException {
    BenchRun run = BenchRun.bench("speed", dataset("any", 1), "--pages", 0);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("at least one");
  }

  private static Measured cpu(double millis) {
    return new Measured(millis, millis, 0);
  }

  private Path dataset(String name, int pages) throws IOException {
    Path dataset = Files.createDirectories(folder.resolve(name));
    for (int i = 0; i < pages; i++) {
      Files.writeString(dataset.resolve(i + ".html"), "<p>" + name + " " + i);
      Files.writeString(dataset.resolve(i + ".txt"), name);
    }
    return dataset;
  }
}
