// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes exported texts one after the other, holding none of them. What it writes counts only once
 * it is finished; closed before that, it takes back what it can. Used by one thread.
 */
public interface TextRows extends Closeable {
  void add(ExportedText text) throws IOException;

  /** Nothing more comes: completes what was written. */
  void finish() throws IOException;
}
