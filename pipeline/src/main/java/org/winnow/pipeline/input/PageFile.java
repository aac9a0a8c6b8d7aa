// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.extractors.StatedUrl;

/** Reads a stored page from a file, which may be gzipped. */
public final class PageFile {
  /** The host in the address of a page that has none: reserved never to exist (RFC 6761). */
  private static final String NO_HOST = "file.invalid";

  /**
   * The longest page taken, in bytes. The longest article pages in public crawls stay under 4 MiB;
   * what is longer is a data file, and parsing it takes some forty times its size in memory.
   */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  private PageFile() {}

  /**
   * The page in that file.
   *
   * @param url its address, or null: then the one that the page itself states, else a placeholder
   * @param contentType the content type that its server gave, or null
   * @throws IOException if the file cannot be read, is empty, longer than {@link #MAX_BYTES} or
   *     obviously not text
   */
  public static FetchedPage read(Path file, @Nullable Url url, @Nullable String contentType)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Instant fetched = Files.getLastModifiedTime(file).toInstant();
      return read(in, String.valueOf(file.getFileName()), fetched, url, contentType);
    }
  }

  /**
   * The page in that stream, which may be gzipped.
   *
   * @param name what its address is made of where the page states none
   * @param fetched when it was fetched
   */
  public static FetchedPage read(
      InputStream in, String name, Instant fetched, @Nullable Url url, @Nullable String contentType)
      throws IOException {
    byte[] body = bytes(in);
    if (body.length == 0) {
      throw new IOException("the file is empty");
    }
    checkLength(body);
    if (isBinary(body)) {
      throw new IOException("a binary file, not a page");
    }
    Url address = url != null ? url : StatedUrl.of(body).orElseGet(() -> placeholder(name));
    List<FetchedPage.Header> headers =
        contentType == null
            ? List.of()
            : List.of(new FetchedPage.Header("Content-Type", contentType));
    return new FetchedPage(address, address, fetched, 200, headers, body);
  }

  /**
   * Sees that a page can be taken.
   *
   * @throws IOException if it is longer than {@link #MAX_BYTES}
   */
  static void checkLength(byte[] body) throws IOException {
    if (body.length > MAX_BYTES) {
      throw new IOException("longer than %d MiB, too long for a page".formatted(MAX_BYTES >> 20));
    }
  }

  /** Whether the address stands for a page whose own is not known. */
  public static boolean isPlaceholder(Url url) {
    return url.host().equals(NO_HOST);
  }

  /** A file's name without {@code .gz} and the extension before it. */
  static String stem(String name) {
    String plain = withoutGz(name);
    int dot = plain.lastIndexOf('.');
    return dot > 0 ? plain.substring(0, dot) : plain;
  }

  static String withoutGz(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : name;
  }

  private static Url placeholder(String name) {
    return Url.of("http://" + NO_HOST + "/")
        .resolve(URLEncoder.encode(name, StandardCharsets.UTF_8))
        .orElseThrow();
  }

  private static byte[] bytes(InputStream in) throws IOException {
    InputStream raw = new BufferedInputStream(in);
    raw.mark(2);
    boolean isGzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return (isGzip ? new GZIPInputStream(raw) : raw).readNBytes(MAX_BYTES + 1);
  }

  /** Whether there are NUL bytes near the start that UTF-16 or UTF-32 cannot explain. */
  private static boolean isBinary(byte[] body) {
    int even = 0;
    int odd = 0;
    int length = Math.min(body.length, 4096);
    for (int i = 0; i < length; i++) {
      if (body[i] == 0) {
        if ((i & 1) == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    boolean hasMark =
        body.length > 1
            && ((body[0] == (byte) 0xFE && body[1] == (byte) 0xFF)
                || (body[0] == (byte) 0xFF && body[1] == (byte) 0xFE));
    boolean looksWide = Math.max(even, odd) > length / 4 && Math.min(even, odd) == 0;
    return even + odd > 0 && !hasMark && !looksWide;
  }
}
