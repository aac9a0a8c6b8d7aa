// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.pipeline.UserError;

/**
 * A list of stored pages: one JSON object a line, {@code {"id","path","url","contentType"}}, the
 * path relative to the manifest's own folder; url and contentType may be missing.
 */
public final class Manifest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final List<PageInput> pages = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private Manifest(Path file) {
    this.file = file;
  }

  /**
   * The pages of that manifest.
   *
   * @throws UserError naming every line that is wrong
   */
  public static List<PageInput> read(Path file) throws IOException {
    Manifest manifest = new Manifest(file);
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank()) {
        manifest.add(line, number);
      }
    }
    if (!manifest.problems.isEmpty()) {
      throw new UserError(manifest.problems);
    }
    return manifest.pages;
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": no such manifest");
    }
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException notUtf8) {
      throw new UserError(file + ": the manifest is not UTF-8");
    }
  }

  private void add(String line, int number) {
    String place = file + ":" + number + ": ";
    try {
      JsonNode entry = JSON.readTree(line);
      String id = text(entry, "id");
      String path = text(entry, "path");
      String address = text(entry, "url");
      String contentType = text(entry, "contentType");
      if (id == null || path == null) {
        problems.add(
            place + "a line needs \"id\" and \"path\": {\"id\":\"a\",\"path\":\"a.html\"}");
      } else if (!isSafe(id)) {
        problems.add(place + "the id '" + id + "' leads out of the output folder");
      } else if (!ids.add(id)) {
        problems.add(place + "the id '" + id + "' is there already");
      } else if (address != null && Url.parse(address).isEmpty()) {
        problems.add(place + "'" + address + "' is not an http(s) address");
      } else {
        Path page = file.resolveSibling(path);
        Url url = address == null ? null : Url.of(address);
        pages.add(new PageInput(id, id, () -> PageFile.read(page, url, contentType)));
      }
    } catch (JsonProcessingException broken) {
      problems.add(place + "not a JSON object: " + broken.getOriginalMessage());
    } catch (InvalidPathException unusable) {
      problems.add(place + unusable.getMessage());
    }
  }

  private static boolean isSafe(String id) {
    Path path = Path.of(id);
    return !id.isBlank()
        && !path.isAbsolute()
        && !path.startsWith("..")
        && path.normalize().equals(path);
  }

  private static @Nullable String text(JsonNode entry, String key) {
    JsonNode value = entry.get(key);
    return value == null || value.isNull() ? null : value.asText();
  }
}
