// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.crawler.PageFetcher;
import org.winnow.extractors.SiteTitles;
import org.winnow.pipeline.rules.RuleFiles;
import org.winnow.review.Visit;

/**
 * What the pages about rules work with.
 *
 * @param files the rules
 * @param titles what the titles of sites have in common, as crawls use it
 * @param approved the numbers of the articles that are approved
 * @param fetcher gives a way to fetch pages, with the guard, the delays and the name of crawls; it
 *     is closed after use
 * @param keeper stores pages that were fetched for a new rule, as a crawl would
 * @param who the name of whoever sits before the page
 */
public record RuleDesk(
    Jdbi catalog,
    PageArchive archive,
    RuleFiles files,
    SiteTitles titles,
    Supplier<Set<Long>> approved,
    Supplier<PageFetcher> fetcher,
    Consumer<List<FetchedPage>> keeper,
    Function<Visit, String> who,
    Clock clock) {}
