// SPDX-License-Identifier: Apache-2.0
/** The review of texts: queue, page and text side by side, verdicts, edits, samples. */
@NullMarked
package org.winnow.review.documents;

import org.jspecify.annotations.NullMarked;
