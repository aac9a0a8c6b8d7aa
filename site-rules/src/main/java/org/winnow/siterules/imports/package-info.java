// SPDX-License-Identifier: Apache-2.0

/** Rules and filter lists of others, made into rules: fivefilters site configs, Adblock lists. */
@NullMarked
package org.winnow.siterules.imports;

import org.jspecify.annotations.NullMarked;
