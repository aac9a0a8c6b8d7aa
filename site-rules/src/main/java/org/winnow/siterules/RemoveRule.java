// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What does not belong to an article.
 *
 * @param presets the presets that apply, or null where the rule does not say (then all do)
 * @param selectors elements to remove
 * @param names ids and class names to remove, each compared as a whole token
 * @param blocks regions to remove, by heading
 * @param startAfter where the body begins: behind the last block with one of these texts
 * @param cutAt where the body ends
 * @param lines lines to remove
 */
public record RemoveRule(
    @Nullable Set<Preset> presets,
    List<ElementSelector> selectors,
    List<String> names,
    List<HeadingRule> blocks,
    List<CutRule> startAfter,
    List<CutRule> cutAt,
    List<LineRule> lines) {

  public static final RemoveRule NONE =
      new RemoveRule(null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
}
