// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A stream that fails when too little comes for too long: a server that sends a byte now and then
 * never runs into a timeout, and holds a thread for hours.
 */
final class MinimumRate extends FilterInputStream {
  /** Bytes in a second; what Apache's mod_reqtimeout asks of clients by default. */
  private static final int LEAST = 500;

  private final long window;
  private final LongSupplier nanos;
  private long windowStart;
  private long inWindow;

  /**
   * @param window how long the rate may be too low
   * @param nanos a clock that only goes forward
   */
  MinimumRate(InputStream in, Duration window, LongSupplier nanos) {
    super(in);
    this.window = window.toNanos();
    this.nanos = nanos;
    this.windowStart = nanos.getAsLong();
  }

  /** Too little came for too long. */
  static final class TooSlowException extends IOException {
    private static final long serialVersionUID = 1;

    TooSlowException(String message) {
      super(message);
    }
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    return b < 0 ? b : came(1, b);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    return n < 0 ? n : came(n, n);
  }

  private int came(int bytes, int result) throws IOException {
    inWindow += bytes;
    long elapsed = nanos.getAsLong() - windowStart;
    if (elapsed >= window) {
      double seconds = elapsed / 1e9;
      if (inWindow < LEAST * seconds) {
        throw new TooSlowException(
            "%d bytes in %.1f s".formatted(inWindow, seconds).replace(',', '.'));
      }
      windowStart += elapsed;
      inWindow = 0;
    }
    return result;
  }
}
