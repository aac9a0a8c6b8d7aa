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
  private TagKind[] kinds = new TagKind[256];
  private long[] shapes = new long[256];
  private final int[] kindWords = new int[KindCues.groups().size()];
  private final Map<Integer, List<PresetName>> presets = new LinkedHashMap<>();
  private int size;

  int add(
      Element element,
      TagKind kind,
      int parent,
      int cue,
      int tagCue,
      int first,
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
      kinds = Arrays.copyOf(kinds, wider);
      shapes = Arrays.copyOf(shapes, wider);
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
    kinds[size] = kind;
    shapes[size] = named.shape();
    for (int group : named.kinds()) {
      kindWords[group]++;
    }
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

  TagKind kind(int number) {
    return kinds[number];
  }

  /** A hash of the beginning of its class attribute, without digits. */
  long shape(int number) {
    return shapes[number];
  }

  /** How many words of class attributes there are in each group of {@link KindCues}. */
  int[] kindWords() {
    return kindWords.clone();
  }

  boolean isBlockLevel(int number) {
    return kinds[number].isBlockLevel();
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
