// SPDX-License-Identifier: Apache-2.0

/** From a fetched page to an article, offline and repeatable. */
@NullMarked
package org.winnow.extractors;

import org.jspecify.annotations.NullMarked;
