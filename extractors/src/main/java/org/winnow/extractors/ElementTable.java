// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The visible elements of a page in page order, in parallel arrays. */
final class ElementTable {
  /** Half of all pages have fewer. */
  private static final int MANY = 1024;

  private Element[] elements = new Element[MANY];
  private int[] parents = new int[MANY];
  private int[] firsts = new int[MANY];
  private int[] ends = new int[MANY];
  private int[] cues = new int[MANY];
  private int[] tagCues = new int[MANY];
  private int[] allCues = new int[MANY];
  private int[] pathHashes = new int[MANY];
  private TagKind[] kinds = new TagKind[MANY];
  private long[] looks = new long[MANY];
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
      looks = Arrays.copyOf(looks, wider);
    }
    elements[size] = element;
    parents[size] = parent;
    firsts[size] = first;
    ends[size] = first;
    cues[size] = cue;
    tagCues[size] = tagCue;
    allCues[size] = cue;
    int above = parent < 0 ? 17 : pathHashes[parent];
    int tag = element.normalName().hashCode();
    pathHashes[size] = (above * 31 + tag) * 31 + named.hash();
    kinds[size] = kind;
    looks[size] = named.shape() * 31 + tag;
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

  /** A hash of its tag and the beginning of its class attribute, without digits. */
  long look(int number) {
    return looks[number];
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
