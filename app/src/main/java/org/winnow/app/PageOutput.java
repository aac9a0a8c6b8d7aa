// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;

/** Where results go. Called in the order of the input, by one thread. */
interface PageOutput extends AutoCloseable {

  /** Writes what came of one page; an {@link IOException} concerns this page alone. */
  void write(PageResult result) throws IOException;

  /** Everything was written. */
  default void finish() throws IOException {}

  /** Lets go of what {@link #finish} did not complete. */
  @Override
  default void close() throws IOException {}
}
