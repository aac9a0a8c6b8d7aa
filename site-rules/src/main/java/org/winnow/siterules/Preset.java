// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/** A kind of boilerplate that Winnow knows in many languages: its phrases, names and selectors. */
public enum Preset {
  ADVERTISEMENT,
  COMMENTS,
  COOKIES,
  COPYRIGHT,
  FORMS,
  MEDIA,
  MOST_READ,
  NAVIGATION,
  READ_ALSO,
  RELATED,
  SHARE,
  SUBSCRIBE,
  TERMS,
  UPDATED
}
