// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.winnow.crawler.BodyReader.EncodingException;

/** Undoes the content codings of a body: gzip, deflate, br and zstd. */
final class ContentDecoding {
  /** What requests offer. */
  static final String ACCEPTED = "gzip, br, zstd";

  // More than one is rare, more than two nobody means.
  private static final int MOST_CODINGS = 2;

  // RFC 9659: a window of 8 MB is all that a zstd body may ask for.
  private static final int ZSTD_WINDOW_LOG = 23;

  private ContentDecoding() {}

  /**
   * The decoded stream; to be closed, for it may hold memory that is not the JVM's.
   *
   * @param encoding the value of Content-Encoding
   */
  static InputStream of(InputStream wire, String encoding) throws IOException {
    List<String> codings =
        Stream.of(encoding.split(","))
            .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .toList();
    if (codings.size() > MOST_CODINGS) {
      throw new EncodingException("too many content encodings: " + encoding);
    }
    InputStream decoded = wire;
    for (int i = codings.size() - 1; i >= 0; i--) {
      decoded = decode(decoded, codings.get(i));
    }
    return decoded;
  }

  private static InputStream decode(InputStream wire, String coding) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(wire, 1 << 12);
      case "deflate" -> inflate(wire);
      case "br" -> new BrotliInputStream(wire, 1 << 12);
      case "zstd" -> {
        ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(wire);
        zstd.setLongMax(ZSTD_WINDOW_LOG);
        yield zstd;
      }
      default -> throw new EncodingException("unknown content encoding: " + coding);
    };
  }

  /** Quirk: "deflate" means zlib's format, but many servers send the bare stream. */
  private static InputStream inflate(InputStream wire) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(wire, 1);
    int first = peeked.read();
    if (first >= 0) {
      peeked.unread(first);
    }
    boolean isZlib = (first & 0x0f) == 8;
    return new InflaterInputStream(peeked, new Inflater(!isZlib)) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end();
      }
    };
  }
}
