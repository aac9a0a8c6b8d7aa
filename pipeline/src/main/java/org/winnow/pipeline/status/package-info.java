// SPDX-License-Identifier: Apache-2.0

/** How sites and the corpus are doing, in figures. */
@NullMarked
package org.winnow.pipeline.status;

import org.jspecify.annotations.NullMarked;
