// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.winnow.app.Dataset;
import org.winnow.app.LabelledPage;
import org.winnow.corpus.FetchedPage;

/**
 * Pages to measure on, in memory.
 *
 * @param pages the pages
 */
record SpeedSample(List<FetchedPage> pages) {
  SpeedSample {
    pages = List.copyOf(pages);
  }

  /** So many pages of these datasets, evenly spread over them in their order; fewer if need be. */
  static SpeedSample read(List<Path> datasets, int count) throws IOException {
    List<LabelledPage> all = new ArrayList<>();
    for (Path dataset : datasets) {
      all.addAll(Dataset.read(dataset));
    }
    int size = Math.min(count, all.size());
    List<FetchedPage> pages = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      pages.add(all.get((int) ((long) i * all.size() / size)).read());
    }
    return new SpeedSample(pages);
  }

  /** The pages' mean length in bytes. */
  double meanBytes() {
    return pages.stream().mapToInt(page -> page.body().length).average().orElse(0);
  }
}
