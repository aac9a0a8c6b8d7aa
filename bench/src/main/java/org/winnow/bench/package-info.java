// SPDX-License-Identifier: Apache-2.0

/** How good and how fast Winnow is, measured beside others. Not part of the product. */
@NullMarked
package org.winnow.bench;

import org.jspecify.annotations.NullMarked;
