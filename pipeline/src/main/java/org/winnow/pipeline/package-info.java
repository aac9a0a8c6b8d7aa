// SPDX-License-Identifier: Apache-2.0

/**
 * What becomes of pages: crawled, extracted, stored, extracted again, exported. Never writes to a
 * terminal.
 */
@NullMarked
package org.winnow.pipeline;

import org.jspecify.annotations.NullMarked;
