// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.winnow.corpus.Article;
import org.winnow.corpus.Published;

/** One JSON object a line, UTF-8, keys always all there and always in the same order. */
final class JsonLines {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonLines() {}

  /** The object that {@code fields} writes, with a line feed. */
  static byte[] line(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /** What is known about an article beside its text and its addresses. */
  static void metadata(JsonGenerator json, Article article) throws IOException {
    json.writeStringField("author", article.byline());
    Published published = article.published();
    json.writeStringField("published", published == null ? null : published.toString());
    json.writeStringField("language", article.language());
    json.writeStringField("extractor", article.rule());
    json.writeNumberField("confidence", Math.round(article.confidence() * 1000) / 1000.0);
  }

  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
