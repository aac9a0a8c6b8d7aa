// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** One step of the cleaning of a text: labels lines of the sheet, and says why. */
@FunctionalInterface
interface LineStep {
  void label(LineSheet sheet);
}
