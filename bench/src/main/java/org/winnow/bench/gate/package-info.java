// SPDX-License-Identifier: Apache-2.0

/**
 * The quality gate: pages made of templates and texts that were written for it, and the floors
 * under which the extraction of no kind and no language may fall.
 */
@NullMarked
package org.winnow.bench.gate;

import org.jspecify.annotations.NullMarked;
