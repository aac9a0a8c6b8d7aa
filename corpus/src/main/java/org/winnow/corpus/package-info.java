// SPDX-License-Identifier: Apache-2.0

/**
 * What Winnow keeps: addresses, fetched pages, blocks and articles, and the three places they are
 * kept in: the page archive (WARC), the text corpus (files) and the catalog (SQL).
 */
@NullMarked
package org.winnow.corpus;

import org.jspecify.annotations.NullMarked;
