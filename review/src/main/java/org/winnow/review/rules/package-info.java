// SPDX-License-Identifier: Apache-2.0

/** Rules in the page: edited, pointed at, previewed, saved, had back; and sites added. */
@NullMarked
package org.winnow.review.rules;

import org.jspecify.annotations.NullMarked;
