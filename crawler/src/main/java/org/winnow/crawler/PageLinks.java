// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.List;

/**
 * What a page leads to, and what it asks of robots.
 *
 * @param links its feeds, then its links, in page order; empty if it asks not to follow them
 * @param isIndexable whether it may be kept
 */
record PageLinks(List<Link> links, boolean isIndexable) {}
