// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.winnow.siterules.Preset;

/**
 * An id or a class name that belongs to a preset.
 *
 * @param preset the preset
 * @param name the name as reasons have it: {@code .comment-respond}, {@code #comments}
 */
record PresetName(Preset preset, String name) {}
