// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells a full disk or a lost database, which a run waits for, from everything else. */
final class StorageTrouble {
  // https://www.sqlite.org/rescode.html: SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN; their extended
  // codes have them in the lowest byte.
  private static final Set<Integer> SQLITE = Set.of(10, 13, 14);

  private StorageTrouble() {}

  /** What the trouble is, in words; empty if it is none that passes by itself. */
  static Optional<String> of(Throwable thrown) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 20; t = t.getCause(), depth++) {
      String message = String.valueOf(t.getMessage());
      if (t instanceof IOException && isFull(message)) {
        return Optional.of(message);
      }
      if (t instanceof SQLException sql
          && SQLITE.contains(sql.getErrorCode() & 0xff)
          && t.getClass().getName().startsWith("org.sqlite.")) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  private static boolean isFull(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("no space left")
        || lower.contains("disk quota exceeded")
        || lower.contains("not enough space")
        || lower.contains("input/output error");
  }
}
