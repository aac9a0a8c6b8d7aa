// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.winnow.corpus.Sha256;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCorpus;
import org.winnow.extractors.LanguageParts.Part;

/**
 * Writes articles into a folder, with an index. The same articles give the same bytes; files of an
 * earlier export that its index names and that are not written again are deleted.
 */
public final class Export {
  private static final String INDEX = "index.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final TextCorpus texts;
  private final LanguageTexts languages;
  private final boolean isTextInIndex;
  private final ByteArrayOutputStream index = new ByteArrayOutputStream();
  private final Set<String> files = new HashSet<>();
  private int number;

  /**
   * @param languages how bilingual articles are parted
   * @param isTextInIndex whether texts stand in the index instead of in files of their own
   */
  public Export(Path folder, TextCorpus texts, LanguageTexts languages, boolean isTextInIndex) {
    this.languages = languages;
    this.folder = folder;
    this.texts = texts;
    this.isTextInIndex = isTextInIndex;
  }

  public int count() {
    return number;
  }

  /** Adds the article, or each of its languages, under the next running number. */
  public void add(StoredArticle article) throws IOException {
    String text = texts.read(article.file());
    List<Part> parts = languages.parts(article.rule(), text, article.language());
    for (Part part : parts) {
      add(article, part, parts.size() == 1 ? text : String.join("\n\n", part.blocks()) + "\n");
    }
  }

  private void add(StoredArticle article, Part part, String text) throws IOException {
    String id =
        "%03d_%s".formatted(number, Sha256.hex(article.canonical().toString()).substring(0, 16));
    String file = id + ".txt";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!isTextInIndex) {
      AtomicFile.write(folder.resolve(file), bytes);
      files.add(file);
    }
    index.write(JsonLines.line(json -> entry(json, id, file, article, part, text)));
    number++;
  }

  /** Writes the index and deletes what an earlier export left. */
  public void finish() throws IOException {
    Set<String> earlier = earlierFiles();
    AtomicFile.write(folder.resolve(INDEX), index.toByteArray());
    for (String file : earlier) {
      if (!files.contains(file) && file.matches("\\d{3,}_[0-9a-f]{16}\\.txt")) {
        Files.deleteIfExists(folder.resolve(file));
      }
    }
  }

  private void entry(
      JsonGenerator json, String id, String file, StoredArticle article, Part part, String text)
      throws IOException {
    json.writeStringField("id", id);
    if (!isTextInIndex) {
      json.writeStringField("file", file);
    }
    json.writeStringField("url", article.canonical().toString());
    json.writeStringField("site", article.site());
    json.writeStringField("headline", article.headline());
    json.writeStringField("kicker", article.kicker());
    json.writeStringField("author", article.byline());
    json.writeStringField(
        "published", article.published() == null ? null : article.published().toString());
    json.writeStringField("language", part.language());
    json.writeStringField("extractor", article.rule());
    json.writeNumberField("confidence", Math.round(article.confidence() * 1000) / 1000.0);
    json.writeStringField("fetched", article.fetched().toString());
    json.writeBooleanField("complete", article.complete());
    json.writeStringField("sha256", Sha256.hex(text));
    json.writeStringField("kind", article.kind().label());
    JsonLines.details(json, article.metadata());
    if (isTextInIndex) {
      json.writeStringField("text", text);
    }
  }

  private Set<String> earlierFiles() throws IOException {
    Set<String> earlier = new HashSet<>();
    Path old = folder.resolve(INDEX);
    if (Files.isRegularFile(old)) {
      for (String line : Files.readAllLines(old)) {
        earlier.add(JSON.readTree(line).path("file").asText());
      }
    }
    return earlier;
  }
}
