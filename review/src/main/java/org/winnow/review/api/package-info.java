// SPDX-License-Identifier: Apache-2.0

/** What programs can ask for: {@code docs/rest-api.md}. */
@NullMarked
package org.winnow.review.api;

import org.jspecify.annotations.NullMarked;
