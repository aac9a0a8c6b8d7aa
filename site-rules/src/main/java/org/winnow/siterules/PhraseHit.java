// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * A line that a phrase list knows.
 *
 * @param preset the kind of boilerplate
 * @param isHeading whether what follows the line, up to the next heading or the container's end,
 *     goes with it
 * @param zone where the line counts: {@code HEAD} for names of sections, which are boilerplate only
 *     above the first paragraph, otherwise {@code ANYWHERE}
 * @param phrase which phrase, as {@code ar/related قد يهمك أيضاً}
 */
public record PhraseHit(Preset preset, boolean isHeading, Zone zone, String phrase) {}
