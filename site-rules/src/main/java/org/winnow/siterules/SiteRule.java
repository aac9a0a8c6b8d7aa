// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;

/**
 * Everything that is said about one site, inheritance resolved.
 *
 * @param name the rule's name: its folder or file without the extension, {@code www.example.org};
 *     no two rules in force share one
 * @param site the site's address
 * @param hosts the hosts that it matches: exact, or {@code *.example.org}
 * @param match which pages of other hosts it matches
 * @param verified whether it was tried on real pages of the site
 * @param revision the rule's own version, or null
 * @param extract where the parts of an article are
 * @param remove what does not belong to it
 * @param keep elements that no removal may take
 * @param layouts the designs of the site's pages beside the one that the rule describes
 * @param fallback what happens where {@code extract.body} finds nothing
 * @param text how the text is normalised
 * @param languages the languages of the site
 * @param quality what an article must be like
 * @param output where the text files are written, or null for the usual place
 * @param crawl how the site is crawled
 * @param tests its samples
 * @param values every value that holds for it, with its place
 * @param mark where the rule begins
 */
public record SiteRule(
    String name,
    Url site,
    List<String> hosts,
    MatchRule match,
    boolean verified,
    @Nullable String revision,
    ExtractRule extract,
    RemoveRule remove,
    List<ElementSelector> keep,
    Layouts layouts,
    Fallback fallback,
    TextRule text,
    LanguageRule languages,
    QualityRule quality,
    @Nullable FilePattern output,
    CrawlRule crawl,
    List<SampleTest> tests,
    List<RuleValue> values,
    Mark mark) {}
