// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.ExtractionTrace.Outcome;

class ExtractionTracesTest {
  private static final Url URL = Url.of("https://a.example/1");

  @TempDir private Path dir;
  private Catalog catalog;

  @BeforeEach
  void open() throws IOException {
    catalog = Catalog.open(dir.resolve("catalog.db"));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private static ExtractionTrace trace(String rule, int words) {
    return new ExtractionTrace(
        rule,
        "0123456789abcdef",
        "sections[0]",
        Outcome.FALLBACK,
        Map.of("title", 1, "body", 0),
        Map.of("remove.lines[2]", 3, "preset:share", 1),
        List.of("author", "date"),
        words,
        0.25,
        LayoutPrint.ofHashes(new long[] {1, 2, 3}));
  }

  private WarcPosition page(long offset) {
    WarcPosition position = new WarcPosition("a.warc.gz", offset);
    FetchedPage page =
        new FetchedPage(URL, URL, Instant.EPOCH, 200, List.of(), new byte[] {1, 2, 3});
    catalog.jdbi().useHandle(h -> Pages.add(h, Runs.start(h, "a", Instant.EPOCH), page, position));
    return position;
  }

  private List<ExtractionTrace> latest(int limit) {
    return catalog.jdbi().withHandle(handle -> ExtractionTraces.latest(handle, "a", limit));
  }

  @Test
  void a_trace_is_found_as_it_was_saved() {
    WarcPosition position = page(0);
    ExtractionTrace trace = trace("a", 12);
    catalog.jdbi().useHandle(h -> ExtractionTraces.save(h, position, trace));
    assertThat(latest(9)).containsExactly(trace);
    List<String> rules = catalog.jdbi().withHandle(ExtractionTraces::rules);
    assertThat(rules).containsExactly("a");
  }

  @Test
  void a_page_has_its_last_trace_only() {
    WarcPosition position = page(0);
    catalog.jdbi().useHandle(h -> ExtractionTraces.save(h, position, trace("a", 12)));
    catalog.jdbi().useHandle(h -> ExtractionTraces.save(h, position, trace("a", 13)));
    assertThat(latest(9)).containsExactly(trace("a", 13));
  }

  @Test
  void a_trace_that_was_taken_back_is_gone() {
    WarcPosition position = page(0);
    catalog.jdbi().useHandle(h -> ExtractionTraces.save(h, position, trace("a", 12)));
    catalog.jdbi().useHandle(h -> ExtractionTraces.remove(h, position));
    assertThat(latest(9)).isEmpty();
  }

  @Test
  void the_latest_traces_of_a_rule_come_the_oldest_first() {
    for (int i = 1; i <= 3; i++) {
      WarcPosition position = page(i);
      ExtractionTrace trace = trace("a", i);
      catalog.jdbi().useHandle(h -> ExtractionTraces.save(h, position, trace));
    }
    assertThat(latest(2)).extracting(ExtractionTrace::words).containsExactly(2, 3);
  }
}
