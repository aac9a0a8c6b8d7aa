// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCommandTest {
  private static final String PROSE =
      "The well in the market square has water again after forty years, and nobody knows why.\n";
  private static final String TEXT = PROSE + "\nShare this article\n";

  @TempDir Path folder;

  @Test
  void prints_the_clean_text_of_one_file() throws IOException {
    Run run = Run.winnow("clean", file("a.txt", TEXT));

    assertThat(run.out()).isEqualTo(PROSE);
    assertThat(run.code()).isZero();
  }

  @Test
  void keeps_the_bytes_of_kept_lines() throws IOException {
    String odd = "\uFEFF  \u00a0" + PROSE.strip() + "\t \r\n\r\nShare this article\r\n";

    Run run = Run.winnow("clean", file("a.txt", odd));

    assertThat(run.out()).isEqualTo("  \u00a0" + PROSE.strip() + "\t \r\n");
  }

  @Test
  void writes_the_tree_of_a_folder() throws IOException {
    file("in/site/a.txt", TEXT);
    file("in/b.txt", PROSE);
    file("in/notes.md", "left alone");

    Run run = Run.winnow("clean", folder.resolve("in"), "--out", folder.resolve("out"));

    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("1 files left alone").contains("1 of 3 lines removed");
    assertThat(folder.resolve("out/site/a.txt")).hasContent(PROSE);
    assertThat(folder.resolve("out/b.txt")).hasContent(PROSE);
  }

  @Test
  void wants_a_folder_for_more_than_one_text() throws IOException {
    file("in/a.txt", TEXT);

    Run run = Run.winnow("clean", folder.resolve("in"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--out DIR");
  }

  @Test
  void refuses_to_overwrite_its_input() throws IOException {
    Path input = file("in/a.txt", TEXT);

    Run run = Run.winnow("clean", folder.resolve("in"), "--out", folder.resolve("in"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("would overwrite");
    assertThat(input).hasContent(TEXT);
  }

  @Test
  void does_not_read_its_own_output_again() throws IOException {
    file("in/a.txt", TEXT);
    Path out = folder.resolve("in/clean");
    Run.winnow("clean", folder.resolve("in"), "--out", out);

    Run again = Run.winnow("clean", folder.resolve("in"), "--out", out);

    assertThat(again.code()).isZero();
    assertThat(out.resolve("clean")).doesNotExist();
  }

  @Test
  void names_bad_files_and_cleans_the_others() throws IOException {
    file("in/a.txt", TEXT);
    file("in/empty.txt", "");
    Files.write(folder.resolve("in/binary.txt"), new byte[] {1, 0, 2, 0, 0, 3, 0, 0, 0, 9});
    byte[] torn = "افتتح سوق السمك القديم في المدينة أبوابه من جديد".getBytes(UTF_8);
    torn[5] = ' ';
    Files.write(folder.resolve("in/torn.txt"), torn);

    Run run = Run.winnow("clean", folder.resolve("in"), "--out", folder.resolve("out"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("empty.txt: the file is empty")
        .contains("binary.txt: a binary file")
        .contains("torn.txt: not UTF-8 at byte 4 (0xD8)");
    assertThat(folder.resolve("out/a.txt")).hasContent(PROSE);
    assertThat(folder.resolve("out/torn.txt")).doesNotExist();
  }

  @Test
  void reads_arabic_of_other_charsets() throws IOException {
    String prose = "افتتح سوق السمك القديم في مدينة ساحلية أبوابه من جديد بعد ترميم استمر عامين.\n";
    Path file = folder.resolve("a.txt");
    Files.write(file, prose.repeat(3).getBytes(Charset.forName("windows-1256")));

    assertThat(Run.winnow("clean", file).out()).startsWith(prose);
  }

  @Test
  void says_of_every_line_what_became_of_it_and_why() throws IOException {
    Run run = Run.winnow("clean", file("a.txt", TEXT), "--explain");

    assertThat(run.out())
        .contains("+ 1 text\n    " + PROSE)
        .contains("- 3 phrases:en/share")
        .contains("    Share this article\n");
  }

  @Test
  void says_that_a_text_was_nothing_but_boilerplate() throws IOException {
    Run run = Run.winnow("clean", file("a.txt", "Share this article\nPrivacy policy\n"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("nothing but boilerplate");
  }

  @Test
  void applies_the_rule_of_the_site() throws IOException {
    file(
        "rules/example.yml",
        """
        version: 1
        site: https://www.example.org/
        remove:
          lines:
            - { equals: 'The morning column' }
        """);
    Path text = file("a.txt", "The morning column\n" + PROSE);

    Run plain = Run.winnow("clean", text);
    Run run = Run.winnow("clean", text, "--site", "www.example.org", "--rules", rules());

    assertThat(plain.out()).contains("The morning column");
    assertThat(run.out()).isEqualTo(PROSE);
  }

  @Test
  void refuses_a_site_without_a_rule() throws IOException {
    Run run = Run.winnow("clean", file("a.txt", TEXT), "--site", "nowhere.example");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no rule for nowhere.example").contains("--rules DIR");
  }

  private Path rules() {
    return folder.resolve("rules");
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
