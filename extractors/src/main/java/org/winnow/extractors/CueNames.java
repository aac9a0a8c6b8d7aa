// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;

/** How reasons name the cues that speak against content. */
final class CueNames {
  private static final List<String> NAMES = List.of(
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "caption",
    "comments",
    "related",
    "share",
    "metadata",
    "advertisement",
    "subscribe",
    "cookies",
    "tags",
    "popup",
    "for screen readers");

  private static final List<String> REASONS =
      NAMES.stream().map(name -> "structure:" + name).toList();

  private CueNames() {}

  /** The reason of the first cue among those bits: {@code structure:nav}. */
  static String reason(int cues) {
    return REASONS.get(Integer.numberOfTrailingZeros(cues & Cues.AGAINST));
  }
}
