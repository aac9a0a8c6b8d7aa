// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Locale;
import java.util.Optional;

/** A kind of boilerplate that Winnow knows in many languages: its phrases, names and selectors. */
public enum Preset {
  ADVERTISEMENT,
  COMMENTS,
  COOKIES,
  COPYRIGHT,
  /** Captions, photo credits, sources, and what is said about the author. */
  CREDITS,
  FORMS,
  MEDIA,
  MOST_READ,
  NAVIGATION,
  READ_ALSO,
  RELATED,
  SHARE,
  SUBSCRIBE,
  TERMS,
  /** Dates of publication and update, times of reading, counters. */
  UPDATED;

  private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in rules and phrase lists: {@code most-read}. */
  public String key() {
    return key;
  }

  /** The preset of that key, or empty. */
  static Optional<Preset> ofKey(String key) {
    for (Preset preset : values()) {
      if (preset.key.equals(key)) {
        return Optional.of(preset);
      }
    }
    return Optional.empty();
  }
}
