// SPDX-License-Identifier: Apache-2.0
/** When sites are crawled. */
@NullMarked
package org.winnow.pipeline.schedule;

import org.jspecify.annotations.NullMarked;
