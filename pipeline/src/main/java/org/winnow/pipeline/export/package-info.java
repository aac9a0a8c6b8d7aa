// SPDX-License-Identifier: Apache-2.0

/** The corpus, written out for others: which articles, and in what form. */
@NullMarked
package org.winnow.pipeline.export;

import org.jspecify.annotations.NullMarked;
