// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.List;
import org.winnow.corpus.Url;

/**
 * What a page leads to, and what it asks of robots.
 *
 * @param links its feeds, then its links, in page order; empty if it asks not to follow them
 * @param next those that the rule says a list goes on with
 * @param unfollowed what it links to and asks not to follow, up to a number
 * @param isIndexable whether it may be kept
 */
record PageLinks(List<Link> links, List<Url> next, List<Url> unfollowed, boolean isIndexable) {}
