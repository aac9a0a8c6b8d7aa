// SPDX-License-Identifier: Apache-2.0

/** Dates as people and machines write them, in any language and four calendars. */
@NullMarked
package org.winnow.extractors.dates;

import org.jspecify.annotations.NullMarked;
