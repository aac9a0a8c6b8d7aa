// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.sites;

/** One bar of a chart. */
public record Bar(String label, int value) {}
