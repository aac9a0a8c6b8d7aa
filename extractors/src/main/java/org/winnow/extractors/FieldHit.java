// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.winnow.siterules.Mark;

/**
 * Which alternative of a rule found a part of an article.
 *
 * @param field the part, as the rule calls it: {@code title}, {@code body}, {@code nextPage}
 * @param alternative the alternative's position in the rule, from 0
 * @param text what it found; of the body, the selector that found it
 * @param mark where it stands in the rule
 */
public record FieldHit(String field, int alternative, String text, Mark mark) {}
