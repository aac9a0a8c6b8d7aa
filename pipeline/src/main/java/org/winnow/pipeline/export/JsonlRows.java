// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON object a line, UTF-8, the keys always in the same order. */
final class JsonlRows implements TextRows {
  private static final ObjectWriter JSON = new ObjectMapper().writerFor(ExportedText.class);

  private final OutputStream out;

  JsonlRows(OutputStream out) {
    this.out = out;
  }

  @Override
  public void add(ExportedText text) throws IOException {
    out.write(JSON.writeValueAsBytes(text));
    out.write('\n');
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
