// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

/** Ends the translation of one expression; never leaves the package. */
final class Untranslatable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final XPathTranslation.Reason reason;

  Untranslatable(XPathTranslation.Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  XPathTranslation.Refused refused() {
    return new XPathTranslation.Refused(reason, String.valueOf(getMessage()));
  }
}
