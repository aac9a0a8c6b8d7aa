// SPDX-License-Identifier: Apache-2.0
/** Runs and schedules in the browser. */
@NullMarked
package org.winnow.review.runs;

import org.jspecify.annotations.NullMarked;
