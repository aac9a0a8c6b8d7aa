// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import com.jerolba.carpet.CarpetWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** A Parquet file, one column a component of {@link ExportedText}, compressed by zstd. */
final class ParquetRows implements TextRows {
  private final CarpetWriter<ExportedText> parquet;
  private boolean isClosed;

  ParquetRows(OutputStream out) throws IOException {
    parquet =
        new CarpetWriter.Builder<>(out, ExportedText.class)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build();
  }

  @Override
  public void add(ExportedText text) throws IOException {
    parquet.write(text);
  }

  @Override
  public void finish() throws IOException {
    close();
  }

  @Override
  public void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      parquet.close();
    }
  }
}
