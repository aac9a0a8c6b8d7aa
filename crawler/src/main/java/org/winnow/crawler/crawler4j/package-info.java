// SPDX-License-Identifier: Apache-2.0

/**
 * Crawler4j as the engine that owns a crawl's threads and their life cycle. Everything else of it
 * is replaced here: its frontier, its page fetcher, its parser, its robots and politeness.
 */
@NullMarked
package org.winnow.crawler.crawler4j;

import org.jspecify.annotations.NullMarked;
