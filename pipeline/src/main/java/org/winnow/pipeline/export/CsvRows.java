// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with a header line, UTF-8. Several authors or tags stand in one cell, one a line. Cells
 * have exactly what the corpus has: a spreadsheet that runs what looks like a formula must be told
 * to take all columns for text.
 */
final class CsvRows implements TextRows {
  private static final List<RecordComponent> COLUMNS =
      Stream.of(ExportedText.class.getRecordComponents())
          .filter(column -> !column.getName().equals("file"))
          .toList();

  private final CSVPrinter csv;

  CsvRows(OutputStream out) throws IOException {
    csv =
        CSVFormat.RFC4180
            .builder()
            .setHeader(COLUMNS.stream().map(RecordComponent::getName).toArray(String[]::new))
            .get()
            .print(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void add(ExportedText text) throws IOException {
    for (RecordComponent column : COLUMNS) {
      csv.print(cell(value(text, column)));
    }
    csv.println();
  }

  private static @Nullable Object value(ExportedText text, RecordComponent column) {
    try {
      return column.getAccessor().invoke(text);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(column.getName(), impossible);
    }
  }

  private static @Nullable Object cell(@Nullable Object value) {
    return value instanceof List<?> several
        ? String.join("\n", several.stream().map(String::valueOf).toList())
        : value;
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
