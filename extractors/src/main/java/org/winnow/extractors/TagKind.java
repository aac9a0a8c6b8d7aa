// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tag does to the text in it.
 *
 * @param isBlockLevel whether the run of text ends where the element begins and ends
 * @param hasText whether what is in it is text that readers see
 * @param isEmphasis whether it makes text bold, italic, larger or smaller
 * @param cues the bits of {@link Cues}
 * @param part what else is special about it
 */
record TagKind(boolean isBlockLevel, boolean hasText, boolean isEmphasis, int cues, Part part) {

  /** Tags that are handled one by one. */
  enum Part {
    NONE,
    BREAK,
    ANCHOR,
    NOSCRIPT
  }

  private static final List<String> BLOCK_LEVEL =
      List.of(
          "address article aside blockquote body caption center col colgroup dd details dialog dir",
          "div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header",
          "hgroup hr html legend li main menu nav ol p pre search section summary table tbody td",
          "tfoot th thead tr ul label");
  private static final List<String> WITHOUT_TEXT =
      List.of(
          "script style template noscript input select option optgroup textarea button datalist",
          "iframe svg canvas object embed applet map math head noframes progress meter audio",
          "video amp-ad amp-embed");
  private static final List<String> EMPHASIS = List.of("b strong i em small big");

  private static final TagKind INLINE = new TagKind(false, true, false, 0, Part.NONE);
  private static final Map<String, TagKind> KINDS = kinds();

  /** The kind of that tag, in lower case. */
  static TagKind of(String tag) {
    return KINDS.getOrDefault(tag, INLINE);
  }

  boolean isBreak() {
    return part == Part.BREAK;
  }

  boolean isAnchor() {
    return part == Part.ANCHOR;
  }

  /** Whether it holds what readers see if no script runs. */
  boolean isFallback() {
    return part == Part.NOSCRIPT;
  }

  private static Map<String, TagKind> kinds() {
    Map<String, TagKind> kinds = new HashMap<>();
    for (String tag : words(BLOCK_LEVEL)) {
      kinds.put(tag, new TagKind(true, true, false, Cues.ofTag(tag), Part.NONE));
    }
    for (String tag : words(WITHOUT_TEXT)) {
      Part part = tag.equals("noscript") ? Part.NOSCRIPT : Part.NONE;
      kinds.put(tag, new TagKind(false, false, false, 0, part));
    }
    for (String tag : words(EMPHASIS)) {
      kinds.put(tag, new TagKind(false, true, true, 0, Part.NONE));
    }
    kinds.put("time", new TagKind(false, true, false, Cues.ofTag("time"), Part.NONE));
    kinds.put("br", new TagKind(false, false, false, 0, Part.BREAK));
    kinds.put("a", new TagKind(false, true, false, 0, Part.ANCHOR));
    return kinds; // not copied: the map is only read, and faster than an immutable one
  }

  private static List<String> words(List<String> lines) {
    return Arrays.asList(String.join(" ", lines).split(" ", -1));
  }
}
