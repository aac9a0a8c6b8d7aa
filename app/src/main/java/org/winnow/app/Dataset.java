// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.pipeline.UserError;

/**
 * Labelled pages in a folder. Either {@code gold.jsonl} with {@code
 * {"id","url","lang","kind","gold_text"}} beside {@code pages/<id>.html.gz} (or {@code .html}); or
 * pairs {@code x.html} and {@code x.gold.txt} or {@code x.txt} at any depth, whose addresses may
 * stand in {@code pages.jsonl} ({@code {"path","url","contentType","lang","kind"}}, paths relative
 * to it).
 */
public final class Dataset {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PAGE_ENDS = List.of(".html.gz", ".html", ".htm.gz", ".htm");
  private static final List<String> GOLD_ENDS = List.of(".gold.txt", ".txt");

  private final Path folder;
  private final List<LabelledPage> pages = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Dataset(Path folder) {
    this.folder = folder;
  }

  /**
   * The pages of the dataset, in its order.
   *
   * @throws UserError if it is not one, naming everything that is wrong
   */
  public static List<LabelledPage> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserError(folder + ": no such folder");
    }
    Dataset dataset = new Dataset(folder);
    Path gold = folder.resolve("gold.jsonl");
    if (Files.isRegularFile(gold)) {
      dataset.readGold(gold);
    } else {
      dataset.readPairs();
    }
    if (!dataset.problems.isEmpty()) {
      throw new UserError(dataset.problems);
    }
    if (dataset.pages.isEmpty()) {
      throw new UserError(
          folder + ": no labelled pages; wanted gold.jsonl with pages/, or x.html with x.gold.txt");
    }
    return dataset.pages;
  }

  private void readGold(Path gold) throws IOException {
    forEachLine(
        gold,
        (entry, place) -> {
          String id = text(entry, "id");
          String text = text(entry, "gold_text");
          if (id == null || text == null) {
            problems.add(place + "a line needs \"id\" and \"gold_text\"");
            return;
          }
          Path page = pageFile(id);
          if (page == null) {
            problems.add(place + "no file pages/" + id + ".html.gz or .html");
            return;
          }
          pages.add(
              new LabelledPage(
                  id, page, url(entry), null, name(entry, "lang"), name(entry, "kind"), text));
        });
  }

  private @Nullable Path pageFile(String id) {
    Path pagesFolder = folder.resolve("pages");
    for (String end : PAGE_ENDS) {
      Path page = pagesFolder.resolve(id + end).normalize();
      if (page.startsWith(pagesFolder) && Files.isRegularFile(page)) {
        return page;
      }
    }
    return null;
  }

  private void readPairs() throws IOException {
    Map<Path, JsonNode> manifest = new HashMap<>();
    Path list = folder.resolve("pages.jsonl");
    if (Files.isRegularFile(list)) {
      forEachLine(
          list,
          (entry, place) -> {
            String path = text(entry, "path");
            if (path != null) {
              manifest.put(list.resolveSibling(path).normalize(), entry);
            }
          });
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      for (String end : PAGE_ENDS) {
        if (name.toLowerCase(Locale.ROOT).endsWith(end)) {
          pair(file, name.substring(0, name.length() - end.length()), manifest);
          break;
        }
      }
    }
  }

  private void pair(Path file, String stem, Map<Path, JsonNode> manifest) throws IOException {
    for (String end : GOLD_ENDS) {
      Path gold = file.resolveSibling(stem + end);
      if (Files.isRegularFile(gold)) {
        JsonNode entry = manifest.getOrDefault(file.normalize(), JSON.createObjectNode());
        String id = folder.relativize(file.resolveSibling(stem)).toString().replace('\\', '/');
        pages.add(
            new LabelledPage(
                id,
                file,
                url(entry),
                text(entry, "contentType"),
                name(entry, "lang"),
                name(entry, "kind"),
                utf8(gold)));
        return;
      }
    }
  }

  private static String utf8(Path gold) throws IOException {
    try {
      return Files.readString(gold);
    } catch (CharacterCodingException notUtf8) {
      throw new UserError(gold + ": the gold text is not UTF-8");
    }
  }

  private static @Nullable Url url(JsonNode entry) {
    String url = text(entry, "url");
    return url == null ? null : Url.parse(url).orElse(null);
  }

  private static String name(JsonNode entry, String key) {
    String name = text(entry, key);
    return name == null ? "?" : name;
  }

  private static @Nullable String text(JsonNode entry, String key) {
    JsonNode value = entry.get(key);
    return value == null || value.isNull() ? null : value.asText();
  }

  private void forEachLine(Path file, Entry use) throws IOException {
    int number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        String place = file + ":" + number + ": ";
        try {
          use.take(JSON.readTree(line), place);
        } catch (JsonProcessingException broken) {
          problems.add(place + "not a JSON object: " + broken.getOriginalMessage());
        }
      }
    } catch (CharacterCodingException notUtf8) {
      throw new UserError(file + ": not UTF-8 after line " + number);
    }
  }

  @FunctionalInterface
  private interface Entry {
    void take(JsonNode entry, String place);
  }
}
