// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be said on a browser's next page. Safe for use by several threads. */
final class Messages {
  private static final int BROWSERS = 1000;
  private static final int EACH = 5;

  private final Map<String, List<Frame.Message>> waiting = new LinkedHashMap<>();

  synchronized void add(String session, Frame.Message message) {
    List<Frame.Message> own = waiting.computeIfAbsent(session, key -> new ArrayList<>());
    if (own.size() < EACH) {
      own.add(message);
    }
    if (waiting.size() > BROWSERS) {
      waiting.remove(waiting.keySet().iterator().next());
    }
  }

  synchronized List<Frame.Message> take(String session) {
    List<Frame.Message> own = waiting.remove(session);
    return own == null ? List.of() : own;
  }
}
