// SPDX-License-Identifier: Apache-2.0

/** Boilerpipe's decision on Winnow's blocks. */
@NullMarked
package org.winnow.extractors.boilerpipe;

import org.jspecify.annotations.NullMarked;
