// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  private static final Instant NOON = Instant.parse("2024-01-26T12:00:00Z");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name_the_file() {
    file = folder.resolve("data ?#% مجلد").resolve("catalog.db");
  }

  @Test
  void creates_the_database_and_its_folder() throws Exception {
    try (Catalog catalog = Catalog.open(file)) {
      assertThat(tables(catalog)).contains("run", "page", "article", "article_part");
    }
    assertThat(file).exists();
  }

  @Test
  void the_schema_version_is_the_last_migration_script() throws Exception {
    try (Catalog catalog = Catalog.open(file)) {
      int last =
          catalog
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              "SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history")
                          .mapTo(Integer.class)
                          .one());
      assertThat(CatalogSchema.VERSION).isEqualTo(last);
    }
  }

  @Test
  void keeps_what_was_committed() throws Exception {
    long run;
    try (Catalog catalog = Catalog.open(file)) {
      run = catalog.jdbi().inTransaction(handle -> Runs.start(handle, "example.org", NOON));
    }
    try (Catalog catalog = Catalog.open(file)) {
      assertThat(runs(catalog)).extracting(Run::id).containsExactly(run);
    }
  }

  @Test
  void forgets_a_transaction_that_failed() throws Exception {
    try (Catalog catalog = Catalog.open(file)) {
      assertThatThrownBy(
              () ->
                  catalog
                      .jdbi()
                      .useTransaction(
                          handle -> {
                            Runs.start(handle, "example.org", NOON);
                            throw new IOException("disk full");
                          }))
          .hasMessage("disk full");

      assertThat(runs(catalog)).isEmpty();
    }
  }

  @Test
  void refuses_a_second_writer_in_the_same_process() throws Exception {
    try (Catalog first = Catalog.open(file)) {
      assertThat(first.jdbi()).isNotNull();
      assertThatThrownBy(() -> Catalog.open(file))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("catalog.db")
          .hasMessageContaining("in use by another winnow (process ");
    }
  }

  @Test
  void refuses_a_writer_in_a_second_process() throws Exception {
    try (Catalog first = Catalog.open(file)) {
      assertThat(first.jdbi()).isNotNull();
      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dsun.jnu.encoding=UTF-8",
                  "-Dfile.encoding=UTF-8",
                  "-cp",
                  System.getProperty("java.class.path"),
                  OpensCatalog.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(output).contains("in use by another winnow");
    }
  }

  /** The second process. */
  static final class OpensCatalog {
    public static void main(String[] arguments) throws IOException {
      try (Catalog catalog =
          Catalog.open(Path.of(arguments[0]).resolve("data ?#% مجلد").resolve("catalog.db"))) {
        System.out.println("opened " + catalog.jdbi());
      }
    }
  }

  @Test
  void lets_the_next_writer_in_when_the_first_has_closed() throws Exception {
    Catalog.open(file).close();

    try (Catalog next = Catalog.open(file)) {
      assertThat(tables(next)).contains("run");
    }
  }

  @Test
  void lets_readers_in_beside_a_writer() throws Exception {
    try (Catalog writer = Catalog.open(file);
        Catalog reader = Catalog.openForReading(file)) {
      writer.jdbi().useHandle(handle -> Runs.start(handle, "example.org", NOON));

      assertThat(runs(reader)).hasSize(1);
    }
  }

  @Test
  void a_reader_does_not_see_an_open_transaction_and_does_not_wait_for_it() throws Exception {
    try (Catalog writer = Catalog.open(file);
        Catalog reader = Catalog.openForReading(file)) {
      writer
          .jdbi()
          .useTransaction(
              handle -> {
                Runs.start(handle, "example.org", NOON);
                assertThat(runs(reader)).isEmpty();
              });
    }
  }

  @Test
  void has_nothing_to_read_where_there_is_no_database() {
    assertThatThrownBy(() -> Catalog.openForReading(file))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("there is no catalog yet");
    assertThat(file).doesNotExist();
  }

  @Test
  void names_a_file_that_is_no_database() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "no database at all, but long enough to be looked at".repeat(100));

    assertThatThrownBy(() -> Catalog.open(file))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("catalog.db: cannot be used: ")
        .hasMessageContaining("not a database");
  }

  @Test
  void refuses_a_database_of_a_newer_version() throws Exception {
    try (Catalog catalog = Catalog.open(file)) {
      catalog
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      """
                      INSERT INTO flyway_schema_history (installed_rank, version, description,
                        type, script, installed_by, execution_time, success)
                      VALUES (99, '99', 'x', 'SQL', 'V99__x.sql', 'x', 0, 1)"""));
    }

    assertThatThrownBy(() -> Catalog.open(file)).hasMessageContaining("written by a newer winnow");
    assertThatThrownBy(() -> Catalog.openForReading(file))
        .hasMessageContaining("written by a newer winnow");
  }

  @Test
  void writing_transactions_of_many_threads_all_come_through() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try (Catalog catalog = Catalog.open(file)) {
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        tasks.add(() -> catalog.jdbi().inTransaction(CatalogTest::readAndWrite));
      }
      for (Future<Long> future : threads.invokeAll(tasks)) {
        future.get();
      }
      assertThat(runs(catalog)).hasSize(120);
    } finally {
      threads.shutdown();
    }
  }

  private static long readAndWrite(Handle handle) {
    int before = Runs.latest(handle, 1000).size();
    return Runs.start(handle, "example.org", NOON.plusSeconds(before));
  }

  private static List<Run> runs(Catalog catalog) {
    return catalog.jdbi().withHandle(handle -> Runs.latest(handle, 1000));
  }

  private static List<String> tables(Catalog catalog) {
    return catalog
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                    .mapTo(String.class)
                    .list());
  }
}
