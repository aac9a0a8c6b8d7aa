// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.JsonLines;
import org.winnow.pipeline.LanguageTexts;
import org.winnow.pipeline.input.PageFile;

/** Articles as JSON lines in one file, which is there only when it is complete, or on a stream. */
final class JsonlOutput implements PageOutput {
  private final LanguageTexts languages;
  private final @Nullable Path file;
  private final @Nullable Path part;
  private final OutputStream out;

  /**
   * @param languages how bilingual articles are parted
   * @param file the file to write, or null
   * @param stream where the lines go if there is no file
   */
  JsonlOutput(LanguageTexts languages, @Nullable Path file, OutputStream stream)
      throws IOException {
    this.languages = languages;
    this.file = file;
    this.part = file == null ? null : AtomicFile.begin(file);
    this.out = part == null ? stream : new BufferedOutputStream(Files.newOutputStream(part));
  }

  @Override
  public void write(PageResult result) throws IOException {
    Article article = result.article();
    if (article == null) {
      return;
    }
    for (LanguageTexts.Named part : languages.of(article)) {
      write(result, part.article(), result.input().id() + part.suffix());
    }
  }

  private void write(PageResult result, Article article, String id) throws IOException {
    out.write(
        JsonLines.line(
            json -> {
              json.writeStringField("id", id);
              json.writeStringField(
                  "url", PageFile.isPlaceholder(article.url()) ? null : article.url().toString());
              json.writeStringField("headline", article.headline());
              json.writeStringField("kicker", article.kicker());
              json.writeStringField("body", article.bodyText());
              json.writeStringField("text", article.text());
              JsonLines.metadata(json, article);
              json.writeNumberField("ms", Math.round(result.millis() * 1000) / 1000.0);
            }));
  }

  @Override
  public void finish() throws IOException {
    out.flush();
    if (part != null && file != null) {
      out.close();
      AtomicFile.complete(part, file);
    }
  }

  @Override
  public void close() throws IOException {
    if (part != null) {
      out.close();
      Files.deleteIfExists(part);
    }
  }
}
