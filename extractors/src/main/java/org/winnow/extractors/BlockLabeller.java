// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * One step of the extraction: says of some blocks what they are and why. Blocks come and stay; a
 * step can only add decisions. Labellers are immutable and safe for use by several threads.
 */
@FunctionalInterface
interface BlockLabeller {

  /** Adds this step's decisions. */
  void label(Labelling labelling);
}
