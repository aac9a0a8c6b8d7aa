// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/** In which order a reviewer sees articles. */
public enum DocumentOrder {
  /** Those first where there is most to look at. */
  RISK("risk", true),
  /** By chance, but always the same. */
  RANDOM("(id * 7919 + 104729) % 1000003", false),
  /** Those first that were fetched last. */
  NEWEST("fetched", true),
  /** Those of one site together. */
  SITE("site", false);

  private final String key;
  private final boolean isDescending;

  DocumentOrder(String key, boolean isDescending) {
    this.key = key;
    this.isDescending = isDescending;
  }

  /** The SQL expression that it goes by, then by number. */
  String key() {
    return key;
  }

  String clause() {
    return clause(false);
  }

  /** The same in the opposite order. */
  String backwards() {
    return clause(true);
  }

  /** The SQL condition on what stands behind an article of {@code :key} and {@code :id}. */
  String behind() {
    return beyond(false);
  }

  /** The same for what stands before. */
  String before() {
    return beyond(true);
  }

  private String clause(boolean isBackwards) {
    return key
        + (isDescending != isBackwards ? " DESC" : " ASC")
        + ", id"
        + (isBackwards ? " DESC" : " ASC");
  }

  private String beyond(boolean isBackwards) {
    String sign = isDescending != isBackwards ? "<" : ">";
    String idSign = isBackwards ? "<" : ">";
    return "(%s %s= :key AND (%s %s :key OR id %s :id))".formatted(key, sign, key, sign, idSign);
  }
}
