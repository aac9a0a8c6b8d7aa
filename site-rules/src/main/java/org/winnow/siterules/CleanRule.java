// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import com.google.re2j.Pattern;

/**
 * What to take out of a value.
 *
 * @param field the value: {@code title}, {@code subtitle}, {@code author}, {@code date}
 * @param regex what it matches is taken out
 * @param mark where it stands in the rule
 */
public record CleanRule(String field, Pattern regex, Mark mark) {}
