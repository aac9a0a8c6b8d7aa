// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.winnow.siterules.PhraseLists;

/**
 * Texts in nine languages whose lines say what must become of them: {@code + } before a line that
 * must stay, {@code - } before one that must go.
 */
class TextCleanerGoldenTest {
  private final TextCleaner cleaner =
      new TextCleaner(PhraseLists.bundled(), Optional.empty(), new RecurringLines());

  @TestFactory
  Stream<DynamicTest> keeps_and_removes_the_marked_lines() throws IOException, URISyntaxException {
    Path folder = Path.of(TextCleanerGoldenTest.class.getResource("clean").toURI());
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(25);
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private void check(Path file) throws IOException {
    List<String> marked = Files.readAllLines(file);
    List<String> labelled =
        cleaner.clean(unmarked(marked)).lines().stream()
            .map(line -> (line.isContent() ? "+ " : "- ") + line.text())
            .toList();
    assertThat(labelled)
        .containsExactlyElementsOf(marked.stream().filter(line -> !line.isBlank()).toList());
  }

  @TestFactory
  Stream<DynamicTest> finds_nothing_more_in_a_text_that_it_has_cleaned()
      throws IOException, URISyntaxException {
    Path folder = Path.of(TextCleanerGoldenTest.class.getResource("clean").toURI());
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(),
                      () -> {
                        String once = cleaner.clean(unmarked(Files.readAllLines(file))).text();
                        assertThat(cleaner.clean(once).text()).isEqualTo(once);
                      }));
    }
  }

  private static String unmarked(List<String> marked) {
    StringBuilder text = new StringBuilder();
    for (String line : marked) {
      text.append(line.isBlank() ? line : line.substring(2)).append('\n');
    }
    return text.toString();
  }
}
