// SPDX-License-Identifier: Apache-2.0

/** The rule language: what a person writes about a site, read, checked and matched. */
@NullMarked
package org.winnow.siterules;

import org.jspecify.annotations.NullMarked;
