// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.winnow.pipeline.AtomicFile;

/**
 * A folder with one UTF-8 file per text, {@code NNN_<16 hex>.txt}, and {@code index.jsonl}. Files
 * of an earlier export that its index names and that are not written again are deleted at the end.
 */
final class TextFolder implements TextRows {
  private static final String INDEX = "index.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final TextRows index;
  private final Set<String> files = new HashSet<>();

  TextFolder(Path folder) throws IOException {
    this.folder = folder;
    index = new WholeFile(folder.resolve(INDEX), JsonlRows::new);
  }

  @Override
  public void add(ExportedText text) throws IOException {
    String file = text.id() + ".txt";
    AtomicFile.write(
        folder.resolve(file), String.valueOf(text.text()).getBytes(StandardCharsets.UTF_8));
    files.add(file);
    index.add(text.in(file));
  }

  @Override
  public void finish() throws IOException {
    Set<String> earlier = earlierFiles();
    index.finish();
    for (String file : earlier) {
      if (!files.contains(file) && file.matches("\\d{3,}_[0-9a-f]{16}\\.txt")) {
        Files.deleteIfExists(folder.resolve(file));
      }
    }
  }

  private Set<String> earlierFiles() throws IOException {
    Set<String> earlier = new HashSet<>();
    Path old = folder.resolve(INDEX);
    if (Files.isRegularFile(old)) {
      try (BufferedReader lines = Files.newBufferedReader(old)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          earlier.add(JSON.readTree(line).path("file").asText());
        }
      }
    }
    return earlier;
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
