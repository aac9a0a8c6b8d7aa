// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.winnow.crawler.FetchOutcome.Failed;

/** The one place that gives a failed request its class: a few stable words to count by. */
final class FetchFailures {
  /** The run was stopped while the request was under way. */
  static final Failed STOPPED = Failed.forNow("stopped", "");

  private FetchFailures() {}

  /** The class of a status that is neither success nor redirect. */
  static Failed ofStatus(int status, String message, @Nullable Duration retryAfter) {
    boolean isTemporary =
        (status >= 500 && status != 501 && status != 505)
            || status == 408
            || status == 425
            || status == 429;
    return new Failed("http " + status, message, isTemporary, retryAfter);
  }

  /** The class of what the HTTP client threw. */
  static Failed of(Exception thrown) {
    String message = String.valueOf(thrown.getMessage());
    if (find(thrown, GuardedSocketFactory.RefusedException.class).isPresent()) {
      return Failed.forGood("private address", message);
    } else if (thrown instanceof BodyReader.TooLargeException) {
      return Failed.forGood("too large", message);
    } else if (thrown instanceof BodyReader.EncodingException) {
      return Failed.forGood("bad encoding", message);
    } else if (thrown instanceof MinimumRate.TooSlowException) {
      return Failed.forNow("too slow", message);
    } else if (thrown instanceof UnknownHostException) {
      return Failed.forNow("unknown host", message);
    } else if (thrown instanceof InterruptedIOException) {
      return Failed.forNow("timeout", message);
    } else if (thrown instanceof ConnectException || thrown instanceof NoRouteToHostException) {
      return Failed.forNow("no connection", message);
    } else if (thrown instanceof SSLPeerUnverifiedException
        || find(thrown, CertificateException.class).isPresent()) {
      return Failed.forGood("certificate", message);
    } else if (thrown instanceof SSLException) {
      return Failed.forNow("tls", message);
    } else if (thrown instanceof ProtocolException && !isCutShort(thrown)) {
      // For now: what a server sends too much of one answer is taken for the next one.
      return Failed.forNow("not http", message);
    } else if (thrown instanceof RuntimeException) {
      return Failed.forGood("not http", thrown.toString());
    }
    return Failed.forNow("connection lost", message);
  }

  private static boolean isCutShort(Exception thrown) {
    return find(thrown, EOFException.class).isPresent()
        || String.valueOf(thrown.getMessage()).startsWith("unexpected end of stream");
  }

  /** The first throwable of that type among this one, its causes and what they suppressed. */
  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 10; t = t.getCause(), depth++) {
      if (type.isInstance(t)) {
        return Optional.of(type.cast(t));
      }
      for (Throwable suppressed : t.getSuppressed()) {
        if (type.isInstance(suppressed)) {
          return Optional.of(type.cast(suppressed));
        }
      }
    }
    return Optional.empty();
  }
}
