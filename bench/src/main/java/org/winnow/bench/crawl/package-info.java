// SPDX-License-Identifier: Apache-2.0

/** Crawls measured: speed, politeness, and what a killed crawl loses. */
@NullMarked
package org.winnow.bench.crawl;

import org.jspecify.annotations.NullMarked;
