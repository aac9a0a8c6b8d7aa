// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** How reasons name the cues that speak against content. */
final class CueNames {
  private static final String[] NAMES = {
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
    "for screen readers"
  };

  private CueNames() {}

  /** The reason of the first cue among those bits: {@code structure:nav}. */
  static String reason(int cues) {
    return "structure:" + NAMES[Integer.numberOfTrailingZeros(cues & Cues.AGAINST)];
  }
}
