// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.RunCounts;
import org.winnow.corpus.Runs;

class ServedRunsTest {
  private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");

  @TempDir private Path dir;

  @Test
  void the_figure_of_a_site_is_what_its_last_run_brought() throws IOException {
    try (Catalog catalog = Catalog.open(dir.resolve("catalog.db"))) {
      catalog
          .jdbi()
          .useTransaction(
              handle -> {
                long first = Runs.start(handle, "a.example", NOW);
                Runs.finish(handle, first, NOW, new RunCounts(20, 0, 0, 0, 0, 9, 9));
                long last = Runs.start(handle, "a.example", NOW);
                Runs.finish(handle, last, NOW, new RunCounts(20, 0, 0, 0, 0, 3, 2));
                Runs.start(handle, "b.example", NOW);
              });
      assertThat(ServedRuns.articles(catalog.jdbi(), "a.example")).isEqualTo(5);
      assertThat(ServedRuns.articles(catalog.jdbi(), "b.example")).isZero();
    }
  }
}
