// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.input;

import java.io.IOException;
import org.winnow.corpus.FetchedPage;

/**
 * A page that waits to be read.
 *
 * @param id names the page in the output: a relative path without an extension, {@code /} between
 *     folders
 * @param name what messages call it
 * @param bytes how much memory it takes while it waits
 * @param read reads it, on the thread that extracts it
 */
public record PageInput(String id, String name, long bytes, Reader read) {

  /** A page that is read when its turn comes. */
  PageInput(String id, String name, Reader read) {
    this(id, name, 0, read);
  }

  /** Reads one page; an {@link IOException} names what is wrong with it. */
  @FunctionalInterface
  public interface Reader {
    FetchedPage page() throws IOException;
  }
}
