// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some runs, and what {@code before} has to be for the next ones; null if there are none. */
record RunsJson(List<RunJson> runs, @Nullable Long next) {}
