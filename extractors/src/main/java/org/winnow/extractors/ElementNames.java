// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.winnow.siterules.PresetNames;

/**
 * What ids and class attributes mean, remembered over pages: a site says the same few names again
 * and again. Safe for use by several threads.
 */
final class ElementNames {
  private static final int LONGEST = 500;

  private static final int LONGEST_SHAPE = 60;

  private final PresetNames presets;
  private final NameCache classes = new NameCache();
  private final NameCache ids = new NameCache();

  /**
   * What an element's names mean.
   *
   * @param name the {@link NameCache#hash} of the names; 0 where they are not remembered
   * @param cues the bits of {@link Cues}
   * @param presets the names among them that belong to presets
   * @param hash a hash of the first class without its digits; 0 where there is none
   * @param shape a hash of the class attribute's beginning without its digits
   * @param kinds the groups of {@link KindCues} that words of the class attribute belong to
   * @param isByline whether they say that the element names the author
   */
  record Meaning(
      long name,
      int cues,
      List<PresetName> presets,
      int hash,
      long shape,
      List<Integer> kinds,
      boolean isByline) {
    static final Meaning NONE = new Meaning(0, 0, List.of(), 0, 0, List.of(), false);

    /** The same of an element that the whole page stands in: its names say nothing of its text. */
    Meaning ofRoot() {
      return new Meaning(0, 0, List.of(), 0, shape, kinds, isByline);
    }
  }

  ElementNames(PresetNames presets) {
    this.presets = presets;
  }

  /** What a class attribute's and an id attribute's values mean together. */
  Meaning of(String classAttribute, String id) {
    Meaning ofClass = known(classes, classAttribute, '.');
    Meaning ofId = known(ids, id, '#');
    if (ofId.cues() == 0 && ofId.presets().isEmpty() && !ofId.isByline()) {
      return ofClass;
    }
    List<PresetName> both = new ArrayList<>(ofId.presets());
    both.addAll(ofClass.presets());
    return new Meaning(
        0,
        ofClass.cues() | ofId.cues(),
        both,
        ofClass.hash(),
        ofClass.shape(),
        ofClass.kinds(),
        ofClass.isByline() || ofId.isByline());
  }

  private Meaning known(NameCache known, String value, char sign) {
    if (value.isEmpty()) {
      return Meaning.NONE;
    }
    if (value.length() > LONGEST) {
      return tooLong(value, sign);
    }
    long hash = NameCache.hash(value);
    Meaning meaning = known.get(hash);
    if (meaning == null) {
      meaning = read(value, sign, hash);
      known.put(meaning);
    }
    return meaning;
  }

  private Meaning read(String value, char sign, long name) {
    int bits = Cues.ofName(value);
    List<PresetName> hits = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(value);
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      presets.presetOf(token).ifPresent(preset -> hits.add(new PresetName(preset, sign + token)));
    }
    for (PresetName hit : hits) {
      bits |= Cues.ofPreset(hit.preset());
    }
    Meaning longer = tooLong(value, sign);
    return new Meaning(
        name, bits, List.copyOf(hits), hash(value), longer.shape(), longer.kinds(), longer.isByline());
  }

  /** A value of many names says nothing of its element but how it looks. */
  private static Meaning tooLong(String value, char sign) {
    boolean isClass = sign == '.';
    return new Meaning(
        0,
        0,
        List.of(),
        0,
        isClass ? shape(value.trim()) : 0,
        isClass ? KindCues.groupsIn("class", value) : List.of(),
        isByline(value));
  }

  private static boolean isByline(String names) {
    if (!names.contains("uthor") && !names.contains("yline")) {
      return false;
    }
    String cue = names.toLowerCase(Locale.ROOT);
    return (cue.contains("author") || cue.contains("byline"))
        && !cue.contains("comment")
        && !cue.contains("image")
        && !cue.contains("avatar");
  }

  /** A class name without the numbers that make it the element's own. */
  private static long shape(String className) {
    long shape = 0;
    int length = 0;
    for (int i = 0; i < className.length() && length < LONGEST_SHAPE; i++) {
      char c = className.charAt(i);
      if (c < '0' || c > '9') {
        shape = shape * 31 + c;
        length++;
      }
    }
    return shape;
  }

  private static int hash(String value) {
    int hash = 0;
    for (int i = 0; i < value.length() && (hash == 0 || value.charAt(i) > ' '); i++) {
      char c = value.charAt(i);
      if (c > ' ' && !Character.isDigit(c)) {
        hash = hash * 31 + c;
      }
    }
    return hash;
  }
}
