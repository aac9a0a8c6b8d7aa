// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.winnow.pipeline.AtomicFile;

/** Rows in a file that is there as a whole, once all are written, or stays as it was. */
final class WholeFile implements TextRows {
  private final Path file;
  private final Path part;
  private final TextRows rows;

  /** Rows in some form, written to a stream that they close. */
  @FunctionalInterface
  interface Form {
    TextRows on(OutputStream out) throws IOException;
  }

  WholeFile(Path file, Form form) throws IOException {
    this.file = file;
    part = AtomicFile.begin(file);
    rows = form.on(new BufferedOutputStream(Files.newOutputStream(part)));
  }

  @Override
  public void add(ExportedText text) throws IOException {
    rows.add(text);
  }

  @Override
  public void finish() throws IOException {
    rows.finish();
    rows.close();
    AtomicFile.complete(part, file);
  }

  @Override
  public void close() throws IOException {
    rows.close();
    Files.deleteIfExists(part);
  }
}
