// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.winnow.corpus.LabelledBlock;
import org.winnow.extractors.PageView;
import org.winnow.siterules.MatchKey;

/** The pages of one layout, compared with each other. */
final class LearnPages {
  private LearnPages() {}

  static List<LearnPage> of(List<PageView> views) {
    Map<String, Integer> pages = new HashMap<>();
    for (PageView view : views) {
      Set<String> keys = new HashSet<>();
      for (LabelledBlock block : view.blocks()) {
        if (!MatchKey.of(block.block().text()).isEmpty()) {
          keys.add(LearnPage.key(block.block()));
        }
      }
      keys.forEach(key -> pages.merge(key, 1, Integer::sum));
    }
    int most = Shares.most(views.size());
    Set<String> repeated =
        pages.entrySet().stream()
            .filter(entry -> entry.getValue() >= most)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return views.stream().map(view -> new LearnPage(view, repeated)).toList();
  }
}
