// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The visible elements of a page in page order, in parallel arrays. */
final class ElementTable {
  private Element[] elements = new Element[256];
  private int[] parents = new int[256];
  private int[] firsts = new int[256];
  private int[] ends = new int[256];
  private int[] cues = new int[256];
  private int[] tagCues = new int[256];
  private int[] allCues = new int[256];
  private int[] pathHashes = new int[256];
  private boolean[] blockLevel = new boolean[256];
  private final Map<Integer, List<PresetName>> presets = new LinkedHashMap<>();
  private int size;

  int add(
      Element element,
      int parent,
      int cue,
      int tagCue,
      int first,
      boolean isBlockLevel,
      ElementNames.Meaning named) {
    if (size == elements.length) {
      int wider = size * 2;
      elements = Arrays.copyOf(elements, wider);
      parents = Arrays.copyOf(parents, wider);
      firsts = Arrays.copyOf(firsts, wider);
      ends = Arrays.copyOf(ends, wider);
      cues = Arrays.copyOf(cues, wider);
      tagCues = Arrays.copyOf(tagCues, wider);
      allCues = Arrays.copyOf(allCues, wider);
      pathHashes = Arrays.copyOf(pathHashes, wider);
      blockLevel = Arrays.copyOf(blockLevel, wider);
    }
    elements[size] = element;
    parents[size] = parent;
    firsts[size] = first;
    ends[size] = first;
    cues[size] = cue;
    tagCues[size] = tagCue;
    allCues[size] = cue;
    int above = parent < 0 ? 17 : pathHashes[parent];
    pathHashes[size] = (above * 31 + element.normalName().hashCode()) * 31 + named.hash();
    blockLevel[size] = isBlockLevel;
    if (!named.presets().isEmpty()) {
      presets.put(size, named.presets());
    }
    return size++;
  }

  void end(int number, int end) {
    ends[number] = Math.max(end, firsts[number]);
  }

  void forgetCues(int number, int forgotten) {
    cues[number] &= ~forgotten;
    tagCues[number] &= ~forgotten;
  }

  int size() {
    return size;
  }

  Element element(int number) {
    return elements[number];
  }

  /** The number of the element around it, or -1 for the root. */
  int parent(int number) {
    return parents[number];
  }

  /** The elements, by number, whose names are names of presets. */
  Map<Integer, List<PresetName>> presets() {
    return presets;
  }

  boolean isBlockLevel(int number) {
    return blockLevel[number];
  }

  /** The first block that the element covers. */
  int first(int number) {
    return firsts[number];
  }

  /** The block after the last one that it covers; equal to {@link #first} if it covers none. */
  int end(int number) {
    return ends[number];
  }

  /** The bits of {@link Cues} that its own tag and names give. */
  int cues(int number) {
    return cues[number];
  }

  /** Those of them that its tag and role give. */
  int tagCues(int number) {
    return tagCues[number];
  }

  /** The bits of {@link #cues} before any were forgotten. */
  int allCues(int number) {
    return allCues[number];
  }

  /** A hash of the tags and first classes from the root down to it. */
  int pathHash(int number) {
    return pathHashes[number];
  }
}
