// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/** Keeps a handle's prepared statements, to be used again; for one thread. */
final class StatementCache implements StatementBuilder {
  /** More than the crawl has; statements that are made up as they go must not fill memory. */
  private static final int MOST = 100;

  private final Map<String, PreparedStatement> idle = new HashMap<>();
  private final IdentityHashMap<Statement, String> texts = new IdentityHashMap<>();

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return connection.createStatement();
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement cached = idle.remove(sql);
    if (cached == null) {
      cached = connection.prepareStatement(sql);
      texts.put(cached, sql);
    }
    return cached;
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return connection.prepareCall(sql);
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    // Quirk: the text given here still has its names, the one given above has question marks.
    String text = texts.get(statement);
    if (text != null && texts.size() < MOST && statement instanceof PreparedStatement prepared) {
      prepared.clearParameters();
      if (idle.putIfAbsent(text, prepared) == null) {
        return;
      }
    }
    texts.remove(statement);
    statement.close();
  }

  /** The pool closes them with their connection. */
  @Override
  public void close(Connection connection) {
    idle.clear();
    texts.clear();
  }
}
