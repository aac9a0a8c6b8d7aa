// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class KilledCrawlTest {
  @TempDir private Path folder;

  @Test
  void a_crawl_that_is_killed_loses_and_doubles_nothing() throws Exception {
    KilledCrawl.Result result = new KilledCrawl(folder, 150, 8).run(3, 4711);

    assertThat(result.kills()).isGreaterThan(0);
    assertThat(result).matches(KilledCrawl.Result::isGood);
  }
}
