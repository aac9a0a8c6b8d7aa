// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.Preset;

/**
 * Drops the elements whose ids and classes are names of presets. A name that would take most of the
 * text is not believed.
 *
 * @param presets the presets that apply, or null for all
 */
record PresetLabeller(@Nullable Set<Preset> presets) implements BlockLabeller {

  @Override
  public void label(Labelling labelling) {
    ElementTable elements = labelling.page().elements();
    Map<PresetName, List<Integer>> covered = new LinkedHashMap<>();
    elements
        .presets()
        .forEach(
            (number, names) -> {
              for (PresetName name : names) {
                if (presets == null || presets.contains(name.preset())) {
                  List<Integer> blocks = covered.computeIfAbsent(name, key -> new ArrayList<>());
                  addContent(labelling, elements.first(number), elements.end(number), blocks);
                }
              }
            });
    covered.forEach(
        (name, blocks) ->
            Guard.drop(labelling, blocks, "preset:" + name.preset().key() + " " + name.name()));
  }

  private static void addContent(Labelling labelling, int first, int end, List<Integer> blocks) {
    // nested elements of one name come one after the other; each block counts once
    int from = blocks.isEmpty() ? first : Math.max(first, blocks.get(blocks.size() - 1) + 1);
    for (int i = from; i < end; i++) {
      if (labelling.isContent(i)) {
        blocks.add(i);
      }
    }
  }
}
