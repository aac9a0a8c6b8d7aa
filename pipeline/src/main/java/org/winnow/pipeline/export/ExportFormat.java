// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** What a corpus is written as. The same texts always give the same bytes. */
public enum ExportFormat {
  /** A file per text, and an index. */
  TEXT(""),
  /** One JSON object a line, texts included. */
  JSONL("index.jsonl"),
  /** RFC 4180, texts included. */
  CSV("corpus.csv"),
  /** Parquet, texts included. */
  PARQUET("corpus.parquet");

  private final String file;

  ExportFormat(String file) {
    this.file = file;
  }

  /** Whether it is one file, and so can go to a stream. */
  public boolean isOneFile() {
    return this != TEXT;
  }

  /** Writes into that folder. */
  public TextRows in(Path folder) throws IOException {
    return isOneFile() ? new WholeFile(folder.resolve(file), this::on) : new TextFolder(folder);
  }

  /**
   * Writes to that stream and closes it.
   *
   * @throws IllegalStateException for texts in files of their own
   */
  public TextRows on(OutputStream out) throws IOException {
    if (this == JSONL) {
      return new JsonlRows(out);
    }
    if (this == CSV) {
      return new CsvRows(out);
    }
    if (this == PARQUET) {
      return new ParquetRows(out);
    }
    throw new IllegalStateException("texts in files of their own need a folder");
  }
}
