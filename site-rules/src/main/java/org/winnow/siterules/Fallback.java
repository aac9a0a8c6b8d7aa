// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/** What happens on a page on which {@code extract.body} finds nothing. */
public enum Fallback {
  /** The body is found without the rule. */
  AUTO,
  /** The page holds no article. */
  NONE
}
