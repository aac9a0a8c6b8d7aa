// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import org.winnow.corpus.Url;

/**
 * Everything that is said about one site, inheritance resolved.
 *
 * @param name the rule's name: its folder or file without the extension, {@code www.example.org}
 * @param site the site's address
 * @param hosts the hosts that it matches: exact, or {@code *.example.org}
 * @param verified whether it was tried on real pages of the site
 * @param extract where the parts of an article are
 * @param remove what does not belong to it
 * @param keep elements that no removal may take
 * @param text how the text is normalised
 * @param tests its samples
 * @param mark where the rule begins
 */
public record SiteRule(
    String name,
    Url site,
    List<String> hosts,
    boolean verified,
    ExtractRule extract,
    RemoveRule remove,
    List<CssSelector> keep,
    TextRule text,
    List<SampleTest> tests,
    Mark mark) {}
