// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/** Where in a text a line rule looks. */
public enum Zone {
  /** Before the first paragraph of prose. */
  HEAD,
  /** After the last paragraph of prose. */
  TAIL,
  /** Everywhere. */
  ANYWHERE
}
