// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article's kind and metadata in the columns of its row; lists stand one item a line. */
final class ArticleDetails {
  private ArticleDetails() {}

  static Map<String, @Nullable Object> columns(Article article) {
    Metadata metadata = article.metadata();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("kind", article.kind().name());
    columns.put("authors", lines(metadata.authors()));
    columns.put("modified", metadata.modified() == null ? null : metadata.modified().toString());
    columns.put("siteName", metadata.siteName());
    columns.put("section", metadata.section());
    columns.put("tags", lines(metadata.tags()));
    columns.put("image", metadata.image() == null ? null : metadata.image().toString());
    columns.put("description", metadata.description());
    columns.put("paywalled", metadata.isPaywalled());
    return columns;
  }

  static PageKind kind(ResultSet row) throws SQLException {
    return PageKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
  }

  static Metadata metadata(ResultSet row) throws SQLException {
    String modified = row.getString("modified");
    String image = row.getString("image");
    return new Metadata(
        items(row.getString("authors")),
        modified == null ? null : Published.parse(modified),
        row.getString("site_name"),
        row.getString("section"),
        items(row.getString("tags")),
        image == null ? null : Url.parse(image).orElse(null),
        row.getString("description"),
        row.getBoolean("paywalled"));
  }

  private static String lines(List<String> items) {
    return String.join("\n", items.stream().map(item -> item.replaceAll("\\s+", " ")).toList());
  }

  private static List<String> items(String lines) {
    return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
  }
}
