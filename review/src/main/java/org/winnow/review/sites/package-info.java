// SPDX-License-Identifier: Apache-2.0

/** The dashboards: all sites, one site's health, the corpus in figures. */
@NullMarked
package org.winnow.review.sites;

import org.jspecify.annotations.NullMarked;
