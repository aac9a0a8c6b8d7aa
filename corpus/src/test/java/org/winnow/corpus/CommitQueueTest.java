// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.CommitQueue.AbandonedException;

@Timeout(60)
class CommitQueueTest {
  @TempDir private Path folder;
  @AutoClose private Catalog catalog;
  @AutoClose private PageArchive archive;

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final CommitQueue.Watcher watcher =
      new CommitQueue.Watcher() {
        @Override
        public void paused(String why) {
          told.add("paused: " + why);
        }

        @Override
        public void resumed() {
          told.add("resumed");
        }

        @Override
        public void lost(String why) {
          told.add(why);
        }
      };
  private CommitQueue commits;

  @BeforeEach
  void open() throws IOException {
    catalog = Catalog.open(folder.resolve("catalog.db"));
    catalog.jdbi().useHandle(handle -> handle.execute("CREATE TABLE note (word TEXT)"));
    archive = PageArchive.open(folder.resolve("archive"), Optional.empty(), Clock.systemUTC());
    commits = new CommitQueue(catalog.jdbi(), archive, watcher, Duration.ofMillis(10));
  }

  @Test
  void what_many_threads_write_is_all_there() {
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 200)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> note("n" + i)))
            .toList();

    all.forEach(CompletableFuture::join);

    assertThat(notes()).hasSize(200);
  }

  @Test
  void work_that_fails_leaves_nothing_and_does_not_touch_other_work() throws IOException {
    PageArchive.Ready page = PageArchive.ready(page());
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String word = "n" + i;
      all.add(CompletableFuture.supplyAsync(() -> note(word)));
    }

    assertThatThrownBy(
            () ->
                commits.commit(
                    commit -> {
                      commit.handle().execute("INSERT INTO note VALUES ('bad')");
                      archive.append(page);
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
    all.forEach(CompletableFuture::join);

    assertThat(notes()).hasSize(20).doesNotContain("bad");
    assertThat(archive.end()).isZero();
  }

  @Test
  void files_are_written_after_the_commit_and_before_the_queue_is_closed() {
    Path file = folder.resolve("a.txt");
    commits.commit(
        commit -> {
          commit.afterwards(() -> Files.writeString(file, notes().toString(), UTF_8));
          return commit.handle().execute("INSERT INTO note VALUES ('a')");
        });
    commits.close();

    assertThat(file).hasContent("[a]");
  }

  @Test
  void a_full_disk_is_waited_for() {
    AtomicInteger tries = new AtomicInteger();

    int written =
        commits.commit(
            commit -> {
              commit.handle().execute("INSERT INTO note VALUES ('a')");
              if (tries.incrementAndGet() < 3) {
                throw new IOException("No space left on device");
              }
              return tries.get();
            });

    assertThat(written).isEqualTo(3);
    assertThat(notes()).containsExactly("a");
    assertThat(told).containsExactly("paused: No space left on device", "resumed");
  }

  @Test
  void who_has_to_end_need_not_wait_for_a_full_disk() {
    commits.abandon();

    assertThatThrownBy(
            () ->
                commits.commit(
                    commit -> {
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(AbandonedException.class);
  }

  @Test
  void what_is_submitted_is_told_of_once_it_is_committed() {
    List<CompletableFuture<List<String>>> all =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    commits
                        .submit(c -> c.handle().execute("INSERT INTO note VALUES (?)", "n" + i))
                        .thenApply(rows -> notes()))
            .toList();

    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).join()).contains("n" + i);
    }
  }

  @Test
  void who_is_told_may_submit_more_though_the_queue_is_full() {
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    commits
                        .submit(commit -> i)
                        .thenCompose(
                            number ->
                                commits.submit(
                                    commit ->
                                        commit
                                            .handle()
                                            .execute("INSERT INTO note VALUES (?)", "n" + number))))
            .toList();
    all.forEach(CompletableFuture::join);

    assertThat(notes()).hasSize(100);
  }

  @Test
  void the_queue_is_settled_when_the_files_of_all_that_was_submitted_are_there() {
    for (int i = 0; i < 20; i++) {
      Path file = folder.resolve(i + ".txt");
      var unused =
          commits.submit(
              commit -> {
                commit.afterwards(() -> Files.writeString(file, "text"));
                return true;
              });
    }

    commits.settle();

    assertThat(IntStream.range(0, 20)).allMatch(i -> Files.exists(folder.resolve(i + ".txt")));
  }

  @Test
  void a_file_that_cannot_be_written_is_named_and_the_next_one_is_written() {
    Path file = folder.resolve("b.txt");
    commits.commit(
        commit -> {
          commit.afterwards(
              () -> {
                throw new IOException("File name too long");
              });
          commit.afterwards(() -> Files.writeString(file, "b"));
          return true;
        });
    commits.settle();

    assertThat(file).hasContent("b");
    assertThat(told).singleElement().asString().contains("File name too long");
  }

  private int note(String word) {
    return commits.commit(commit -> commit.handle().execute("INSERT INTO note VALUES (?)", word));
  }

  private List<String> notes() {
    return catalog
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT word FROM note").mapTo(String.class).list());
  }

  private static FetchedPage page() {
    Url url = Url.of("https://site.test/");
    return new FetchedPage(url, url, Instant.EPOCH, 200, List.of(), "text".getBytes(UTF_8));
  }
}
