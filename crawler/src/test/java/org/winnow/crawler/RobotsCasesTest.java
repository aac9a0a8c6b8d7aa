// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Fetched;

/** The table of robots.txt files, and what is wrong with bytes instead of words. */
class RobotsCasesTest {
  private static final String ORIGIN = "https://site.test";

  private final SettableClock clock = new SettableClock();

  private record Case(String name, String file, String agent, String path, boolean isAllowed) {}

  @TestFactory
  Stream<DynamicTest> every_file_of_the_table_means_what_it_says() throws IOException {
    List<Case> cases = cases();
    assertThat(cases).hasSizeGreaterThan(150);
    return cases.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name
                        + ": "
                        + one.agent
                        + (one.isAllowed ? " may " : " may not ")
                        + one.path,
                    () ->
                        assertThat(
                                known(one.agent, one.file.getBytes(StandardCharsets.UTF_8))
                                    .isAllowed(Url.of(ORIGIN + one.path)))
                            .as(one.file)
                            .isEqualTo(one.isAllowed)));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, EF BB BF", "UTF-16LE, FF FE", "UTF-16BE, FE FF"})
  void a_byte_order_mark_is_read_over(String charset, String mark) {
    byte[] text = "User-agent: *\nDisallow: /profile\n".getBytes(Charset.forName(charset));
    String[] bytes = mark.split(" ");
    byte[] file = new byte[bytes.length + text.length];
    for (int i = 0; i < bytes.length; i++) {
      file[i] = (byte) Integer.parseInt(bytes[i], 16);
    }
    System.arraycopy(text, 0, file, bytes.length, text.length);

    assertThat(known("Winnow", file).isAllowed(Url.of(ORIGIN + "/profile"))).isFalse();
    assertThat(known("Winnow", file).isAllowed(Url.of(ORIGIN + "/other"))).isTrue();
  }

  @Test
  void rules_count_up_to_the_limit_and_a_line_that_it_cuts_does_not() {
    StringBuilder text = new StringBuilder("User-agent: *\n");
    while (text.length() < FetchRequest.Kind.ROBOTS.maxBytes - 40) {
      text.append("Disallow: /a/long/path/of/some/kind/\n");
    }
    while (text.length() < FetchRequest.Kind.ROBOTS.maxBytes - 11) {
      text.append('\n');
    }
    byte[] cut = (text + "Disallow: /").getBytes(StandardCharsets.UTF_8);
    assertThat(cut).hasSize(FetchRequest.Kind.ROBOTS.maxBytes);

    RobotsCache.Known known = known("Winnow", cut);

    assertThat(known.isAllowed(Url.of(ORIGIN + "/b"))).isTrue();
    assertThat(known.isAllowed(Url.of(ORIGIN + "/a/long/path/of/some/kind/x"))).isFalse();
  }

  @Test
  void a_line_of_megabytes_and_a_pattern_of_asterisks_take_no_time() {
    String stars = "*a".repeat(10_000);
    String text = "User-agent: *\nDisallow: /" + stars + "$\nDisallow: /b\n";

    RobotsCache.Known known = known("Winnow", text.getBytes(StandardCharsets.UTF_8));

    assertThat(known.isAllowed(Url.of(ORIGIN + "/" + "a".repeat(7_000) + "b"))).isTrue();
    assertThat(known.isAllowed(Url.of(ORIGIN + "/b"))).isFalse();
  }

  @Test
  void bytes_that_are_no_text_allow_everything() {
    byte[] noise = new byte[100_000];
    new java.util.Random(7).nextBytes(noise);

    assertThat(known("Winnow", noise).isAllowed(Url.of(ORIGIN + "/b"))).isTrue();
  }

  private RobotsCache.Known known(String agent, byte[] file) {
    Url url = Url.of(ORIGIN + "/robots.txt");
    FetchedPage page =
        new FetchedPage(
            url,
            url,
            clock.instant(),
            200,
            List.of(new FetchedPage.Header("Content-Type", "text/plain")),
            file);
    return new RobotsCache(agent.toLowerCase(Locale.ROOT) + "/1", clock)
        .answered(ORIGIN, new Fetched(page))
        .orElseThrow();
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String name = "";
    StringBuilder file = new StringBuilder();
    String agent = "";
    boolean isFile = false;
    for (String line : lines()) {
      if (line.startsWith("== ")) {
        name = line.substring(3);
        file.setLength(0);
        isFile = true;
      } else if (line.startsWith("agent: ")) {
        agent = line.substring(7);
        isFile = false;
      } else if (isFile) {
        file.append(line.replace("\\r", "\r").replace("\\t", "\t").replace("\\s", " "));
        file.append('\n');
      } else if (!name.isEmpty()) {
        cases.add(new Case(name, file.toString(), agent, line.substring(2), line.startsWith("+")));
      }
    }
    return cases;
  }

  private static List<String> lines() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(RobotsCasesTest.class.getResourceAsStream("robots.txt.cases"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
