// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.LabelledBlock;
import org.winnow.siterules.RuleSet;

class ExtractorInvariantsTest {
  private static final String[] PIECES = {
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<br>",
    "<table><tr><td>",
    "</table>",
    "<ul><li>",
    "</ul>",
    "<article>",
    "<h1>",
    "</h1>",
    "<a href=x>",
    "</a>",
    "<b>",
    "</b>",
    "<form>",
    "</form>",
    "<div class=comments>",
    "<div class='text'>",
    "<span hidden>",
    "</span>",
    "<!--",
    "-->",
    "<",
    "&",
    "&#0;",
    "&#x110000;",
    "\u0000",
    "\ud800",
    "\udc00",
    "\u202e",
    "</body>",
    "<svg><p>",
    "<template>",
    "<noscript>",
    "<script type=application/ld+json>{\"@type\":[[[</script>",
    "The ferry left the harbour at noon, and came back late in the evening. ",
    "Comments",
    "Read also: ",
    "وصلت السفينة إلى الميناء مساءً، ثم غادرت عند الفجر. ",
    "渡船中午离开港口，晚上很晚才回来。",
    "<title>",
    "</title>",
    "<meta property=og:title content='x'>",
    "قد يهمك أيضاً",
    "…",
    "\n"
  };
  private static final Extractor AUTOMATIC = new Extractor(RuleSet.none());
  private static final String RULE =
      """
      extract: { title: h1, subtitle: h2, body: [ .text, article ], date: time, nextPage: a }
      keep: [ b ]
      remove:
        selectors: [ 'span:first-child', 'td > a' ]
        names: [ comments, x ]
        blocks: [ { heading: [ Comments ], until: heading }, { heading: [ Read also ], until: end } ]
        cutAt: [ Comments ]
        lines: [ { regex: '^.*noon.*$', zone: head } ]
      text: { tatweel: drop, diacritics: drop, digits: latin, quotes: straight }
      """;

  private static byte[] page(long seed) {
    Random random = new Random(seed);
    StringBuilder html = new StringBuilder();
    int pieces = random.nextInt(400);
    for (int i = 0; i < pieces; i++) {
      html.append(PIECES[random.nextInt(PIECES.length)]);
    }
    byte[] bytes = html.toString().getBytes(UTF_8);
    for (int i = 0; i < random.nextInt(6) && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void no_page_makes_it_throw_and_no_block_gets_lost(int round) {
    Extractor ruled = new Extractor(Pages.rule(RULE));
    for (int i = 0; i < 400; i++) {
      byte[] bytes = page(round * 1_000L + i);
      for (Extractor extractor : List.of(AUTOMATIC, ruled)) {
        Extraction extraction = extractor.extract(Pages.fetched(Pages.ADDRESS, bytes));
        List<LabelledBlock> blocks = extraction.blocks();
        for (int b = 0; b < blocks.size(); b++) {
          assertThat(blocks.get(b).block().index()).isEqualTo(b);
          assertThat(blocks.get(b).block().text()).isNotBlank();
        }
      }
    }
  }

  @Test
  void kept_and_removed_characters_are_all_characters() {
    for (int i = 0; i < 300; i++) {
      byte[] bytes = page(50_000L + i);
      ParsedPage parsed = PageParser.parse(Pages.fetched(Pages.ADDRESS, bytes));
      PageBlocks read = BlockReader.read(parsed.document(), Pages.NAMES);
      int all = read.blocks().stream().mapToInt(block -> block.text().length()).sum();
      Extraction extraction = AUTOMATIC.extract(Pages.fetched(Pages.ADDRESS, bytes));
      int kept = chars(extraction, true);
      int removed = chars(extraction, false);
      if (!extraction.blocks().isEmpty()) {
        assertThat(kept + removed).isEqualTo(all);
      }
    }
  }

  private static int chars(Extraction extraction, boolean isContent) {
    return extraction.blocks().stream()
        .filter(block -> block.isContent() == isContent)
        .mapToInt(block -> block.block().text().length())
        .sum();
  }

  @Test
  void several_threads_get_what_one_gets() throws InterruptedException, ExecutionException {
    Extractor extractor = new Extractor(Pages.rule(RULE));
    List<Extraction> alone = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      alone.add(extractor.extract(Pages.fetched(Pages.ADDRESS, page(i))));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Extraction>> together = new ArrayList<>();
      for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 60; i++) {
          int seed = i;
          together.add(
              threads.submit(() -> extractor.extract(Pages.fetched(Pages.ADDRESS, page(seed)))));
        }
      }
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % 60));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_page_of_twenty_megabytes_is_read_to_its_limit() {
    String paragraph = "<p>The ferry left the harbour at noon, and came back late at night.</p>";
    byte[] bytes = paragraph.repeat(20 * 1024 * 1024 / paragraph.length()).getBytes(UTF_8);
    Extraction extraction = AUTOMATIC.extract(Pages.fetched(Pages.ADDRESS, bytes));
    assertThat(extraction.blocks()).hasSize(BlockReader.MOST_BLOCKS);
  }

  @Test
  void inline_elements_behind_the_last_block_that_is_read_cover_nothing() {
    byte[] bytes = "<p>q<a href=x>link</a>".repeat(BlockReader.MOST_BLOCKS + 10).getBytes(UTF_8);
    assertThat(AUTOMATIC.extract(Pages.fetched(Pages.ADDRESS, bytes)).blocks())
        .hasSize(BlockReader.MOST_BLOCKS);
  }

  @Test
  void the_document_is_only_read() {
    String html = "<article><p>One.</p><div hidden>Two.</div></article>";
    Document document = Jsoup.parse(html);
    String before = document.outerHtml();
    BlockReader.read(document, Pages.NAMES);
    assertThat(document.outerHtml()).isEqualTo(before);
  }
}
