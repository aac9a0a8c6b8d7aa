// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One crawl of one site.
 *
 * @param id the catalog's number for it
 * @param site the site's name
 * @param started when it began
 * @param finished when it ended, or null while it is running and where it was cut off
 * @param counts what came of it
 */
public record Run(
    long id, String site, Instant started, @Nullable Instant finished, RunCounts counts) {}
