// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

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
   * The whole body. The stream is closed only where decoding it needs that.
   *
   * @param encoding the value of Content-Encoding
   * @param maxBytes how many bytes to read at most, before and after decoding
   * @param isCut whether a longer body is cut there, instead of refused
   */
  static byte[] read(InputStream raw, String encoding, int maxBytes, boolean isCut)
      throws IOException {
    Wire wire = new Wire(raw, isCut ? Long.MAX_VALUE : maxBytes);
    try (InputStream decoded = ContentDecoding.of(wire, encoding)) {
      return read(decoded, wire, maxBytes, isCut);
    } catch (TooLargeException | EncodingException | EOFException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (wire.failure != null) {
        throw wire.failure;
      }
      throw new EncodingException(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] read(InputStream decoded, Wire wire, int maxBytes, boolean isCut)
      throws IOException {
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
      if (body.size() > RATIO_COUNTS_FROM && body.size() / (wire.count + 1) > MAX_RATIO) {
        throw new TooLargeException("inflates more than " + MAX_RATIO + " times");
      }
    }
    return body.toByteArray();
  }

  /** What comes from the server, counted, and what went wrong there. */
  private static final class Wire extends FilterInputStream {
    private final long most;
    private long count;
    private @Nullable IOException failure;

    Wire(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        int n = super.read(buffer, offset, length);
        count += Math.max(n, 0);
        if (count > most) {
          // A header without end inflates to nothing.
          throw new TooLargeException("more than " + most + " bytes");
        }
        return n;
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
