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
 * @param number tells block-level tags apart
 */
record TagKind(
    boolean isBlockLevel, boolean hasText, boolean isEmphasis, int cues, Part part, int number) {

  /** Tags that are handled one by one. */
  enum Part {
    NONE,
    BREAK,
    ANCHOR,
    IMAGE,
    NOSCRIPT,
    ROOT,
    TIME
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

  private static final TagKind INLINE = new TagKind(false, true, false, 0, Part.NONE, 0);
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

  boolean isImage() {
    return part == Part.IMAGE;
  }

  boolean isTime() {
    return part == Part.TIME;
  }

  /** Whether the whole page stands in it. */
  boolean isRoot() {
    return part == Part.ROOT;
  }

  /** One more than the greatest number. */
  static int count() {
    return KINDS.size() + 1;
  }

  /** Whether it holds what readers see if no script runs. */
  boolean isFallback() {
    return part == Part.NOSCRIPT;
  }

  private static Map<String, TagKind> kinds() {
    Map<String, TagKind> kinds = new HashMap<>();
    for (String tag : words(BLOCK_LEVEL)) {
      Part part = tag.equals("body") || tag.equals("html") ? Part.ROOT : Part.NONE;
      put(kinds, tag, true, true, false, part);
    }
    for (String tag : words(WITHOUT_TEXT)) {
      Part part = tag.equals("noscript") ? Part.NOSCRIPT : Part.NONE;
      put(kinds, tag, false, false, false, part);
    }
    for (String tag : words(EMPHASIS)) {
      put(kinds, tag, false, true, true, Part.NONE);
    }
    put(kinds, "time", false, true, false, Part.TIME);
    put(kinds, "img", false, true, false, Part.IMAGE);
    put(kinds, "picture", false, true, false, Part.IMAGE);
    put(kinds, "br", false, false, false, Part.BREAK);
    put(kinds, "a", false, true, false, Part.ANCHOR);
    return kinds; // not copied: the map is only read, and faster than an immutable one
  }

  private static void put(
      Map<String, TagKind> kinds,
      String tag,
      boolean isBlockLevel,
      boolean hasText,
      boolean isEmphasis,
      Part part) {
    int cues = hasText ? Cues.ofTag(tag) : 0;
    int number = kinds.size() + 1;
    kinds.put(tag, new TagKind(isBlockLevel, hasText, isEmphasis, cues, part, number));
  }

  private static List<String> words(List<String> lines) {
    return Arrays.asList(String.join(" ", lines).split(" ", -1));
  }
}
