// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The versions of rules' files in the catalog; rows are only added. Every method takes part in its
 * handle's transaction.
 */
public final class StoredRules {
  private StoredRules() {}

  /** Adds a version with the file's next number, whatever number it has now; gives it back. */
  public static StoredRule add(Handle handle, StoredRule version) {
    int number =
        handle
                .createQuery("SELECT COALESCE(MAX(number), 0) FROM rule_version WHERE file = :file")
                .bind("file", version.file())
                .mapTo(Integer.class)
                .one()
            + 1;
    handle
        .createUpdate(
            """
            INSERT INTO rule_version (file, number, sha256, body, message, author, reason, saved)
            VALUES (:file, :number, :sha256, :body, :message, :author, :reason, :saved)""")
        .bind("file", version.file())
        .bind("number", number)
        .bind("sha256", version.sha256())
        .bind("body", version.text())
        .bind("message", version.message())
        .bind("author", version.author())
        .bind("reason", version.reason())
        .bind("saved", version.saved().toEpochMilli())
        .execute();
    return find(handle, version.file(), number).orElseThrow();
  }

  /** The versions of that file, the youngest first. */
  public static List<StoredRule> all(Handle handle, String file) {
    return handle
        .createQuery("SELECT * FROM rule_version WHERE file = :file ORDER BY number DESC")
        .bind("file", file)
        .map((row, context) -> version(row))
        .list();
  }

  /** The youngest version of that file, or empty. */
  public static Optional<StoredRule> last(Handle handle, String file) {
    return handle
        .createQuery("SELECT * FROM rule_version WHERE file = :file ORDER BY number DESC LIMIT 1")
        .bind("file", file)
        .map((row, context) -> version(row))
        .findOne();
  }

  /** That version, or empty. */
  public static Optional<StoredRule> find(Handle handle, String file, int number) {
    return handle
        .createQuery("SELECT * FROM rule_version WHERE file = :file AND number = :number")
        .bind("file", file)
        .bind("number", number)
        .map((row, context) -> version(row))
        .findOne();
  }

  private static StoredRule version(ResultSet row) throws SQLException {
    return new StoredRule(
        row.getString("file"),
        row.getInt("number"),
        row.getString("sha256"),
        row.getString("body"),
        row.getString("message"),
        row.getString("author"),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("saved")));
  }
}
