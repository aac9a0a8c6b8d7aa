// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Keeps a database's tables at this version's state. Flyway does it, but only where there is
 * something to do: it takes 260 ms to find out that there is nothing (measured on two cores), one
 * query takes 1 ms.
 */
final class CatalogSchema {
  /** The number of the last script in the folder {@code migrations}. */
  static final int VERSION = 11;

  /** PostgreSQL has {@code tsvector} in its place: see {@link ArticleSearch}. */
  private static final String SEARCH =
      "CREATE VIRTUAL TABLE article_search USING fts5 (folded, content='', contentless_delete=1,"
          + " tokenize='unicode61 remove_diacritics 0')";

  private static final String HISTORY = "flyway_schema_history";

  private CatalogSchema() {}

  /** Whether scripts wait to be run. Refuses a database that a newer version has changed. */
  static boolean isOutdated(DataSource database, Path file) throws SQLException, IOException {
    int applied = appliedVersion(database);
    if (applied > VERSION) {
      throw new FileSystemException(
          file.toString(),
          null,
          "written by a newer winnow (its schema is %d, this one's %d)"
              .formatted(applied, VERSION));
    }
    return applied < VERSION;
  }

  /** Runs the scripts that wait. */
  static void update(DataSource database, Path file) throws SQLException, IOException {
    if (isOutdated(database, file)) {
      Flyway.configure()
          .dataSource(database)
          .locations("classpath:org/winnow/corpus/migrations")
          .placeholders(
              Map.of(
                  "identity",
                  "INTEGER PRIMARY KEY AUTOINCREMENT",
                  "instant",
                  "TIMESTAMP",
                  "bytes",
                  "BLOB",
                  "search",
                  SEARCH))
          .loggers("slf4j")
          .load()
          .migrate();
    }
  }

  private static int appliedVersion(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try (ResultSet tables = connection.getMetaData().getTables(null, null, HISTORY, null)) {
        if (!tables.next()) {
          return 0;
        }
      }
      String query = "SELECT MAX(CAST(version AS INTEGER)) FROM " + HISTORY + " WHERE success";
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }
}
