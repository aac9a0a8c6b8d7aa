// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.nio.charset.Charset;
import org.jsoup.nodes.Document;
import org.winnow.corpus.FetchedPage;

/**
 * A fetched page and what the parser made of it. The document is only read, never changed.
 *
 * @param page the page as it was fetched
 * @param document the parsed document
 * @param charset the charset that the bytes were read in
 */
record ParsedPage(FetchedPage page, Document document, Charset charset) {}
