// SPDX-License-Identifier: Apache-2.0

/** How fast the extraction is, beside the bare parse and beside others. */
@NullMarked
package org.winnow.bench.speed;

import org.jspecify.annotations.NullMarked;
