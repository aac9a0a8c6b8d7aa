// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCorpusTest {
  private static final Instant FETCHED = Instant.parse("2024-02-29T23:59:59Z");

  @TempDir Path data;
  private Path folder;
  private TextCorpus corpus;

  @BeforeEach
  void open() {
    folder = data.resolve("text");
    corpus = new TextCorpus(folder);
  }

  @Test
  void writes_headline_kicker_and_body() throws IOException {
    String file = corpus.write(article("https://example.org/a", "Body"), FETCHED);

    assertThat(folder.resolve(file)).hasContent("Headline\n\nKicker\n\nBody\n");
    assertThat(corpus.read(file)).isEqualTo("Headline\n\nKicker\n\nBody\n");
  }

  @Test
  void names_the_file_after_site_month_and_address() throws IOException {
    String file =
        corpus.write(article("https://www.example.org/news/قمة-المناخ.html", "x"), FETCHED);

    assertThat(file).matches("www\\.example\\.org/2024/01/قمة-المناخ-[0-9a-f]{8}\\.txt");
  }

  @Test
  void takes_the_month_of_the_fetch_where_the_page_has_no_date() throws IOException {
    Article dated = article("https://example.org/a", "x");
    Article undated =
        new Article(
            dated.url(), dated.canonical(), null, null, dated.body(), null, null, null, "auto", 1);

    assertThat(corpus.write(undated, FETCHED)).startsWith("example.org/2024/02/a-");
  }

  @Test
  void writes_the_same_article_over_itself() throws IOException {
    String first = corpus.write(article("https://example.org/a", "old"), FETCHED);
    String second = corpus.write(article("https://example.org/a", "new"), FETCHED);

    assertThat(second).isEqualTo(first);
    assertThat(corpus.read(first)).contains("new").doesNotContain("old");
    assertThat(files()).containsExactly(first);
  }

  @Test
  void rewrites_a_file_by_its_name() throws IOException {
    String file = corpus.write(article("https://example.org/a", "old"), FETCHED);

    corpus.write(file, "edited\n");

    assertThat(corpus.read(file)).isEqualTo("edited\n");
  }

  @Test
  void keeps_articles_apart_that_have_the_same_slug() throws IOException {
    String first = corpus.write(article("https://example.org/post.php?id=1", "1"), FETCHED);
    String second = corpus.write(article("https://example.org/post.php?id=2", "2"), FETCHED);

    assertThat(first).isNotEqualTo(second);
    assertThat(files()).containsExactlyInAnyOrder(first, second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..%2F..%2F..%2Fetc%2Fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%5C..%5Cwindows",
        "/%2Fetc%2Fpasswd",
        "/C:%5Cboot.ini",
        "/a%00b",
        "/%0A%0D%1B%5B31m",
        "/~root",
        "/con",
        "/NUL.txt",
        "/.hidden",
        "/-rf",
        "/%E2%80%AEtxt.exe",
        "/%FF%FE",
        "/%",
        "/a%20%20b.",
        "/*%3F%22%3C%3E%7C:",
        "/%CC%81%CC%81",
        "/%F0%9F%98%80",
        "/$(id);`id`",
        "/"
      })
  void whatever_the_address_says_the_file_stays_in_its_place(String path) throws IOException {
    String file = corpus.write(article("https://example.org" + path, "x"), FETCHED);

    assertThat(file)
        .matches("example\\.org/2024/01/[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*-[0-9a-f]{8}\\.txt");
    assertThat(files()).containsExactly(file);
    try (Stream<Path> beside = Files.list(data)) {
      assertThat(beside).containsExactly(folder);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.txt", "a/../../b.txt", "/etc/passwd", "", ".", "a\u0000b"})
  void refuses_a_name_outside_the_folder(String file) {
    assertThatThrownBy(() -> corpus.write(file, "x")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> corpus.read(file)).isInstanceOf(IOException.class);
    assertThat(data.resolve("a.txt")).doesNotExist();
    assertThat(data.resolve("b.txt")).doesNotExist();
  }

  @Test
  void does_not_write_through_a_link_to_a_folder() throws IOException {
    Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
    Files.createDirectory(folder);
    Files.createSymbolicLink(folder.resolve("example.org"), elsewhere);

    assertThatThrownBy(() -> corpus.write(article("https://example.org/a", "x"), FETCHED))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a link or a file stands where a folder of texts belongs");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void replaces_a_link_to_a_file_and_spares_the_file() throws IOException {
    String file = corpus.write(article("https://example.org/a", "old"), FETCHED);
    Path elsewhere = Files.writeString(data.resolve("elsewhere"), "mine");
    Files.delete(folder.resolve(file));
    Files.createSymbolicLink(folder.resolve(file), elsewhere);

    corpus.write(article("https://example.org/a", "new"), FETCHED);

    assertThat(elsewhere).hasContent("mine");
    assertThat(folder.resolve(file)).isRegularFile().content().contains("new");
  }

  @Test
  void the_folder_itself_may_be_a_link() throws IOException {
    Path disk = Files.createDirectory(data.resolve("disk"));
    Files.createSymbolicLink(folder, disk);

    String file = corpus.write(article("https://example.org/a", "x"), FETCHED);

    assertThat(disk.resolve(file)).exists();
  }

  @Test
  void a_failed_write_leaves_the_old_text_and_no_torn_file() throws IOException {
    String file = corpus.write(article("https://example.org/a", "old"), FETCHED);
    Files.delete(folder.resolve(file));
    Files.createDirectory(folder.resolve(file));
    Files.writeString(folder.resolve(file).resolve("x"), "in the way");

    assertThatThrownBy(() -> corpus.write(article("https://example.org/a", "new"), FETCHED))
        .isInstanceOf(IOException.class);

    assertThat(files()).containsExactly(file + "/x");
  }

  @Test
  void what_a_crash_left_half_written_is_no_text_and_is_gone_after_the_next_write()
      throws IOException {
    Article article = article("https://example.org/a", "whole");
    String file = corpus.write(article, FETCHED);
    String name = folder.resolve(file).getFileName().toString();
    Path torn =
        folder.resolve(file).resolveSibling("." + Sha256.hex(name).substring(0, 16) + ".tmp");
    Files.writeString(torn, "ha");

    assertThat(corpus.read(file)).contains("whole");
    corpus.write(article, FETCHED);

    assertThat(files()).containsExactly(file);
  }

  @Test
  void readers_never_see_a_torn_file() throws Exception {
    String text = "a".repeat(200_000) + "\n";
    String other = "b".repeat(300_000) + "\n";
    corpus.write("example.org/a.txt", text);
    Set<Integer> lengths = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String next = i % 2 == 0 ? other : text;
        tasks.add(
            () -> {
              corpus.write("example.org/a.txt", next);
              return true;
            });
        tasks.add(() -> lengths.add(corpus.read("example.org/a.txt").length()));
      }
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        task.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(lengths).isSubsetOf(text.length(), other.length());
    assertThat(files()).containsExactly("example.org/a.txt");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private static Article article(String canonical, String body) {
    Url url = Url.of(canonical);
    return new Article(
        url,
        url,
        "Headline",
        "Kicker",
        List.of(body),
        null,
        new Published(LocalDate.of(2024, 1, 26), null),
        "en",
        "auto",
        1);
  }
}
