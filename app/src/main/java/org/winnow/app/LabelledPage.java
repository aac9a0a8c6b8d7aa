// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.pipeline.input.PageFile;

/**
 * A page of a dataset and the text that it should give.
 *
 * @param id its name in the dataset
 * @param file the page's file, gzipped or not
 * @param url its address, or null where the dataset does not say
 * @param contentType what the HTTP header said, or null
 * @param language its language as the dataset names it, {@code ?} where it does not
 * @param kind what kind of page it is as the dataset names it, {@code ?} where it does not
 * @param gold the text
 */
public record LabelledPage(
    String id,
    Path file,
    @Nullable Url url,
    @Nullable String contentType,
    String language,
    String kind,
    String gold) {

  /** The page as it was fetched. */
  public FetchedPage read() throws IOException {
    return PageFile.read(file, url, contentType);
  }
}
