// SPDX-License-Identifier: Apache-2.0

/** From an address to a fetched page, politely. */
@NullMarked
package org.winnow.crawler;

import org.jspecify.annotations.NullMarked;
