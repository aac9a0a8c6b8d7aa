// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some documents, and what {@code after} has to be for the next ones; null if there are none. */
record DocumentsJson(List<DocumentJson> documents, @Nullable Long next) {}
