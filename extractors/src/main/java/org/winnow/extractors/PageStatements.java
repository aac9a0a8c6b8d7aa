// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Locale;
import java.util.Set;

/**
 * What a page says about what it is.
 *
 * @param openGraphType its og:type in lower case, or an empty string
 * @param generator the software that made it, or an empty string
 * @param types the schema.org types of everything that its JSON-LD describes
 * @param hasPrice whether it states a price for machines
 */
record PageStatements(String openGraphType, String generator, Set<String> types, boolean hasPrice) {

  static PageStatements of(PageScan scan, JsonLd jsonLd) {
    boolean hasPrice =
        !scan.meta("product:price:amount", "og:price:amount").isEmpty()
            || scan.properties().stream()
                .anyMatch(property -> property.attr("itemprop").equals("price"));
    return new PageStatements(
        scan.meta("og:type").toLowerCase(Locale.ROOT),
        scan.meta("generator"),
        jsonLd.types(),
        hasPrice);
  }
}
