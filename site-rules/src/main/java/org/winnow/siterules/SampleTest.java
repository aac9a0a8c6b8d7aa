// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored page and what its text must be.
 *
 * @param page the page's file, relative to the rule's folder
 * @param url the page's address, or null for the rule's site
 * @param gold the text file that the extraction must equal, relative to the rule's folder, or null
 * @param contains what the text must contain
 * @param absent what it must not contain
 * @param minWords how many words the text must have at least
 * @param maxWords how many it may have
 * @param mark where it stands in the rule
 */
public record SampleTest(
    String page,
    @Nullable String url,
    @Nullable String gold,
    List<String> contains,
    List<String> absent,
    int minWords,
    int maxWords,
    Mark mark) {}
