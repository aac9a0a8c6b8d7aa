// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One design of a site's pages, with everything that the rule says for all of them.
 *
 * @param name its path in the rule: {@code sections[0]}, {@code history[1]}
 * @param urls how the addresses of a section begin, without scheme and host; empty for a dated one
 * @param until the last day on which pages of a dated layout were fetched; null for a section
 * @param skip whether such pages hold no articles
 * @param extract where the parts of an article are
 * @param remove what does not belong to it
 * @param mark where it stands in the rule
 */
public record LayoutRule(
    String name,
    List<String> urls,
    @Nullable LocalDate until,
    boolean skip,
    ExtractRule extract,
    RemoveRule remove,
    Mark mark) {}
