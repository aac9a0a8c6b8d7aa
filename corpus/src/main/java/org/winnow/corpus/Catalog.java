// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The SQL database of runs, pages and articles; {@link Runs}, {@link Pages} and {@link Articles}
 * read and write it. What one transaction changes becomes visible at once or, after a crash, not at
 * all. Safe for use by several threads: readers never wait for the one writer, a second writing
 * transaction waits for the first.
 *
 * <p>The database is SQLite with a write-ahead log. It is synchronised when the log is folded in,
 * not at every commit: a killed process loses nothing, a power cut may lose the last transactions,
 * whole.
 */
public final class Catalog implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final int LOCK_WAIT_MILLIS = 30_000;

  /**
   * Kilobytes of pages that a connection keeps at most, eight times SQLite's own: the indexes of
   * addresses and digests are written all over.
   */
  private static final int CACHE = 16_000;

  private final HikariDataSource connections;
  private final @Nullable WriterLock lock;
  private final Jdbi jdbi;

  private Catalog(HikariDataSource connections, @Nullable WriterLock lock) {
    this.connections = connections;
    this.lock = lock;
    this.jdbi = Jdbi.create(connections);
  }

  /**
   * Opens that database for writing, creates it and its folder if they are missing and brings its
   * schema up to date. Until it is closed, no other process can open it for writing.
   *
   * @param file the database: {@code catalog.db} in the data directory
   * @throws FileSystemException if another process (or this one) has it open for writing, if it was
   *     written by a newer Winnow, or if it is damaged; the message says which
   * @throws IOException if the folder cannot be written
   */
  public static Catalog open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    WriterLock lock = WriterLock.take(file);
    try {
      return connect(file, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens that database for reading, also while another process writes it.
   *
   * @throws NoSuchFileException if there is none
   * @throws FileSystemException as {@link #open}; a database with an old schema is brought up to
   *     date, which needs the right to write
   */
  public static Catalog openForReading(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no catalog yet");
    }
    return connect(file, null);
  }

  /** Where transactions begin. A thread takes one connection at a time. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Closes all connections and lets other processes write. */
  @Override
  public void close() {
    connections.close();
    if (lock != null) {
      lock.close();
    }
  }

  private static Catalog connect(Path file, @Nullable WriterLock lock) throws IOException {
    HikariDataSource connections = null;
    try {
      connections = new HikariDataSource(configuration(file));
      if (lock != null) {
        CatalogSchema.update(connections, file);
      } else if (CatalogSchema.isOutdated(connections, file)) {
        try (WriterLock whileUpdating = WriterLock.take(file)) {
          CatalogSchema.update(connections, whileUpdating.file());
        }
      }
      return new Catalog(connections, lock);
    } catch (IOException | SQLException | RuntimeException e) {
      if (connections != null) {
        connections.close();
      }
      if (e instanceof FileSystemException clear) {
        throw clear;
      }
      FileSystemException unusable =
          new FileSystemException(file.toString(), null, "cannot be used: " + rootMessage(e));
      unusable.initCause(e);
      throw unusable;
    }
  }

  private static HikariConfig configuration(Path file) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("catalog");
    config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "NORMAL");
    config.addDataSourceProperty("foreign_keys", "true");
    config.addDataSourceProperty("cache_size", Integer.toString(-CACHE));
    config.addDataSourceProperty("busy_timeout", Integer.toString(LOCK_WAIT_MILLIS));
    // Quirk: a transaction that begins by reading cannot wait for the writer when it comes to
    // write; SQLite fails it at once. Begun as a writer, it waits.
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    return config;
  }

  private static String rootMessage(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
