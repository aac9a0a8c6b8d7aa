// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;

/** Reads a response's body, decoded, within limits of size and of compression. */
final class BodyReader {
  // Prose compresses 3 to 10 times, the most repetitive real pages some 50 times, a bomb 1,000
  // times.
  private static final int MAX_RATIO = 200;
  private static final int RATIO_COUNTS_FROM = 1 << 20;

  private BodyReader() {}

  /** The body is larger than what is read of its kind, or than anything honest compresses to. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
      super(message);
    }
  }

  /** The body is not encoded as its header says. */
  static final class EncodingException extends IOException {
    private static final long serialVersionUID = 1;

    EncodingException(String message) {
      super(message);
    }
  }

  /**
   * The whole body.
   *
   * @param encoding the value of Content-Encoding
   * @param maxBytes how many bytes to read at most, before and after decoding
   * @param isCut whether a longer body is cut there, instead of refused
   */
  static byte[] read(InputStream raw, String encoding, int maxBytes, boolean isCut)
      throws IOException {
    Counter wire = new Counter(raw);
    InputStream decoded = decode(wire, encoding);
    ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 14);
    byte[] buffer = new byte[1 << 13];
    for (int n = decoded.read(buffer); n >= 0; n = decoded.read(buffer)) {
      if (body.size() + n > maxBytes) {
        if (isCut) {
          body.write(buffer, 0, maxBytes - body.size());
          return body.toByteArray();
        }
        throw new TooLargeException("more than " + maxBytes + " bytes");
      }
      body.write(buffer, 0, n);
      if (body.size() > RATIO_COUNTS_FROM && body.size() / wire.count > MAX_RATIO) {
        throw new TooLargeException("inflates more than " + MAX_RATIO + " times");
      }
    }
    return body.toByteArray();
  }

  private static InputStream decode(InputStream wire, String encoding) throws IOException {
    String name = encoding.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("identity")) {
      return wire;
    } else if (name.equals("gzip") || name.equals("x-gzip")) {
      return new GZIPInputStream(wire, 1 << 12);
    } else if (name.equals("br")) {
      return new BrotliInputStream(wire, 1 << 12);
    }
    throw new EncodingException("unknown content encoding: " + encoding);
  }

  private static final class Counter extends FilterInputStream {
    private long count = 1;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count += Math.max(n, 0);
      return n;
    }
  }
}
