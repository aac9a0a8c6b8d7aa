// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.Metadata;
import org.winnow.corpus.Published;
import org.winnow.corpus.Url;
import org.winnow.pipeline.input.PageFile;

/** One JSON object a line, UTF-8, keys always all there and always in the same order. */
public final class JsonLines {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonLines() {}

  /** The object that {@code fields} writes, with a line feed. */
  public static byte[] line(Fields fields) throws IOException {
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
  public static void metadata(JsonGenerator json, Article article) throws IOException {
    json.writeStringField("author", article.byline());
    Published published = article.published();
    json.writeStringField("published", published == null ? null : published.toString());
    json.writeStringField("language", article.language());
    json.writeStringField("extractor", article.rule());
    json.writeNumberField("confidence", Math.round(article.confidence() * 1000) / 1000.0);
    json.writeStringField("kind", article.kind().label());
    Url canonical = article.canonical();
    json.writeStringField(
        "canonical", PageFile.isPlaceholder(canonical) ? null : canonical.toString());
    details(json, article.metadata());
  }

  /** What else a page says about its article. */
  static void details(JsonGenerator json, Metadata details) throws IOException {
    texts(json, "authors", details.authors());
    json.writeStringField("modified", text(details.modified()));
    json.writeStringField("siteName", details.siteName());
    json.writeStringField("section", details.section());
    texts(json, "tags", details.tags());
    json.writeStringField("image", text(details.image()));
    json.writeStringField("description", details.description());
    json.writeBooleanField("paywalled", details.isPaywalled());
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Writes the fields of an object. */
  @FunctionalInterface
  public interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
