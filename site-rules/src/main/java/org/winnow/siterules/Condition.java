// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import org.jspecify.annotations.Nullable;

/**
 * What a page must have for a rule to match.
 *
 * @param css a selector that must find an element, or null
 * @param meta the name of a meta element that must be there, or null; one of both is set
 * @param contains what the element's text or content must contain, or null for anything
 * @param mark where it stands in the rule
 */
public record Condition(
    @Nullable String css, @Nullable String meta, @Nullable String contains, Mark mark) {}
