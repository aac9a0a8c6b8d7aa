// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.file.Path;
import org.winnow.corpus.Url;

/**
 * A page of a dataset and the text that it should give.
 *
 * @param id its name in the dataset
 * @param file the page's file, gzipped if its name ends in {@code .gz}
 * @param url its address
 * @param contentType what the HTTP header said, or empty
 * @param language its language as the dataset names it, {@code ?} where it does not
 * @param gold the text
 */
record LabelledPage(
    String id, Path file, Url url, String contentType, String language, String gold) {}
