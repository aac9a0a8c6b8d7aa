// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.winnow.corpus.WarcFiles;

/**
 * An archive that waits to be read.
 *
 * @param id what names its pages in the output
 * @param name what messages call it
 * @param bytes how long it is, or -1 where that is not known
 * @param opener opens it
 */
public record ArchiveInput(String id, String name, long bytes, Opener opener) {
  /** Enough to tell by; also of a gzip header with a long comment. */
  private static final int START = 4096;

  /** Opens an archive; an {@link IOException} names what is wrong with it. */
  @FunctionalInterface
  interface Opener {
    WarcFiles open() throws IOException;
  }

  public static ArchiveInput of(Path file) throws IOException {
    long bytes = Files.isRegularFile(file) ? Files.size(file) : -1;
    String id = String.valueOf(file.getFileName());
    return new ArchiveInput(id, file.toString(), bytes, () -> WarcFiles.open(file));
  }

  public static ArchiveInput ofStdin(InputStream in) {
    return new ArchiveInput("stdin", "stdin", -1, () -> WarcFiles.of("stdin", in));
  }

  WarcFiles open() throws IOException {
    return opener.open();
  }

  /** Whether a file of that name is an archive: WARC, ARC, WACZ. */
  static boolean isNamed(Path file) {
    String name = String.valueOf(file.getFileName());
    return WarcFiles.isWarcName(name) || name.toLowerCase(Locale.ROOT).endsWith(".wacz");
  }

  /** Whether that is an archive by its first bytes. The stream must know marks, and is reset. */
  static boolean isArchive(BufferedInputStream in) throws IOException {
    in.mark(START);
    byte[] start = in.readNBytes(START);
    in.reset();
    return isArchive(start) || isArchive(inflated(start));
  }

  private static boolean isArchive(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return text.startsWith("WARC/") || text.startsWith("filedesc:") || text.startsWith("PK\3\4");
  }

  private static byte[] inflated(byte[] start) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(start))) {
      return in.readNBytes(16);
    } catch (IOException noGzip) {
      return new byte[0];
    }
  }
}
