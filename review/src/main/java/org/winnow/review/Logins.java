// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Who is logged in, and who tried too often. Safe for use by several threads. */
final class Logins {

  /** Wrong attempts of one address in {@link #WINDOW}; the next ones are not even looked at. */
  private static final int ATTEMPTS = 5;

  /** The same of all addresses together, against many that try in turn. */
  private static final int ALL_ATTEMPTS = 50;

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration LIFETIME = Duration.ofHours(12);
  private static final int SESSIONS = 1000;

  private final @Nullable Password password;
  private final Clock clock;
  private final Map<String, Instant> ends = new LinkedHashMap<>();
  private final Map<String, Deque<Instant>> wrong = new HashMap<>();
  private final Deque<Instant> allWrong = new ArrayDeque<>();

  /** One hash at a time: attempts may not take the whole processor. */
  private final Semaphore hashing = new Semaphore(1);

  Logins(@Nullable Password password, Clock clock) {
    this.password = password;
    this.clock = clock;
  }

  /** Whether anybody has to log in. */
  boolean isNeeded() {
    return password != null;
  }

  /** Whether this session may see the pages. */
  synchronized boolean isIn(String session) {
    Instant end = ends.get(session);
    return password == null || (end != null && clock.instant().isBefore(end));
  }

  /**
   * Tries to log in.
   *
   * @return the new session's identifier, or nothing if the password is wrong
   * @throws Refusal with 429 after too many attempts
   */
  Optional<String> enter(String address, String attempt) {
    if (isTooMany(address) || !hashing.tryAcquire()) {
      throw new Refusal(429, "frame.login.often");
    }
    try {
      if (password == null || !password.isRight(attempt)) {
        note(address);
        return Optional.empty();
      }
    } finally {
      hashing.release();
    }
    return Optional.of(begin(address));
  }

  /** Ends a session. */
  synchronized void leave(String session) {
    ends.remove(session);
  }

  private synchronized String begin(String address) {
    wrong.remove(address);
    Instant now = clock.instant();
    ends.values().removeIf(end -> !now.isBefore(end));
    if (ends.size() >= SESSIONS) {
      ends.remove(ends.keySet().iterator().next());
    }
    String session = Secrets.random();
    ends.put(session, now.plus(LIFETIME));
    return session;
  }

  private synchronized boolean isTooMany(String address) {
    Instant oldest = clock.instant().minus(WINDOW);
    allWrong.removeIf(attempt -> attempt.isBefore(oldest));
    wrong.values().forEach(attempts -> attempts.removeIf(attempt -> attempt.isBefore(oldest)));
    wrong.values().removeIf(Deque::isEmpty);
    return allWrong.size() >= ALL_ATTEMPTS
        || wrong.getOrDefault(address, new ArrayDeque<>()).size() >= ATTEMPTS;
  }

  private synchronized void note(String address) {
    Instant now = clock.instant();
    allWrong.add(now);
    wrong.computeIfAbsent(address, key -> new ArrayDeque<>()).add(now);
  }
}
