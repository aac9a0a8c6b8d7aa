// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines (blocks) to remove: those that equal a text, or those that a pattern matches as a whole.
 *
 * @param equalTo the text to equal, both sides folded ({@link MatchKey}), or null
 * @param regex the pattern, matched on the whole line as written, or null
 * @param zone where to look
 * @param mark where it stands in the rule
 */
public record LineRule(@Nullable String equalTo, @Nullable Pattern regex, Zone zone, Mark mark) {}
