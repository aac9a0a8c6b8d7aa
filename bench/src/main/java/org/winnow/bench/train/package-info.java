// SPDX-License-Identifier: Apache-2.0
/** Trains the block model on labelled pages. */
@NullMarked
package org.winnow.bench.train;

import org.jspecify.annotations.NullMarked;
