// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.DecodedPage.Source;

/**
 * Makes text of a page's bytes. The first of these decides: byte order mark, Content-Type header,
 * meta element, the bytes' own shape, ICU's statistics. A declaration that the bytes contradict is
 * passed over. Never fails; safe for use by several threads.
 */
public final class PageDecoder {
  private static final Charset ISO_8859_6 = Charset.forName("ISO-8859-6");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

  /** This many multi-byte sequences and no error are UTF-8, whatever a page declares. */
  private static final int SURELY_UTF8 = 16;

  private static final String MARK = "\uFEFF";

  /** How many bytes the byte order mark has in the charset where it is longest, GB18030. */
  private static final int LONGEST_MARK = 4;

  private PageDecoder() {}

  /** The text of that page. */
  public static DecodedPage decode(FetchedPage page) {
    return decode(page.body(), page.header("Content-Type"));
  }

  /**
   * The text of those bytes.
   *
   * @param contentType the Content-Type header, or an empty string
   */
  static DecodedPage decode(byte[] bytes, String contentType) {
    return encoding(bytes, contentType).decoded();
  }

  /** Those bytes in a charset that a rule names, behind a byte order mark. */
  static PageEncoding encoding(byte[] bytes, Charset charset) {
    String beginning = new String(bytes, 0, Math.min(bytes.length, LONGEST_MARK), charset);
    int from = beginning.startsWith(MARK) ? MARK.getBytes(charset).length : 0;
    return encoding(bytes, from, charset, Source.RULE, null);
  }

  /**
   * How those bytes are to be read.
   *
   * @param contentType the Content-Type header, or an empty string
   */
  static PageEncoding encoding(byte[] bytes, String contentType) {
    PageEncoding marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    Charset wide = wideCharset(bytes);
    if (wide != null) {
      return encoding(bytes, 0, wide, Source.BYTES, null);
    }
    String remark = null;
    Optional<String> label = CharsetDeclaration.inContentType(contentType);
    Optional<Charset> charset = label.flatMap(EncodingLabels::charset);
    Source source = Source.HEADER;
    if (charset.isEmpty()) {
      remark = label.map(name -> "unknown charset in the header: " + shortened(name)).orElse(null);
      label = CharsetDeclaration.inPage(bytes);
      charset = label.flatMap(EncodingLabels::charset).map(PageDecoder::asMeta);
      source = Source.META;
      if (charset.isEmpty() && label.isPresent()) {
        remark = "unknown charset in the page: " + shortened(label.get());
      }
    }
    return charset.isPresent()
        ? declared(bytes, charset.get(), source, remark)
        : undeclared(bytes, remark);
  }

  private static PageEncoding declared(
      byte[] bytes, Charset charset, Source source, @Nullable String remark) {
    Utf8Shape shape = Utf8Shape.of(bytes);
    if (charset.equals(UTF_8)) {
      PageEncoding page = encoding(bytes, 0, UTF_8, source, remark);
      return shape.isWhole() || shape.isMostlyUtf8() ? page : notUtf8(bytes, page);
    }
    if (shape.malformed() == 0 && shape.sequences() >= SURELY_UTF8) {
      return encoding(
          bytes, 0, UTF_8, Source.BYTES, "declared " + charset.name() + ", but is UTF-8");
    }
    if (charset.equals(ISO_8859_6) && !fitsIso88596(bytes)) {
      return encoding(
          bytes, 0, WINDOWS_1256, source, "declared ISO-8859-6, but has letters of windows-1256");
    }
    return encoding(bytes, 0, charset, source, remark);
  }

  private static PageEncoding notUtf8(byte[] bytes, PageEncoding page) {
    String remark = "declared UTF-8, but is not";
    Optional<Charset> inPage =
        CharsetDeclaration.inPage(bytes).flatMap(EncodingLabels::charset).map(PageDecoder::asMeta);
    if (inPage.isPresent() && !inPage.get().equals(UTF_8)) {
      return encoding(bytes, 0, inPage.get(), Source.META, remark);
    }
    return CharsetStatistics.guess(bytes)
        .filter(guess -> !guess.equals(UTF_8))
        .map(guess -> encoding(bytes, 0, guess, Source.DETECTOR, remark))
        .orElse(page);
  }

  private static PageEncoding undeclared(byte[] bytes, @Nullable String remark) {
    Utf8Shape shape = Utf8Shape.of(bytes);
    if (shape.sequences() == 0
        && shape.malformed() == 0
        && !CharsetStatistics.hasShiftSequence(bytes)) {
      return encoding(bytes, 0, UTF_8, Source.DEFAULT, remark);
    }
    if (shape.isMostlyUtf8()) {
      return encoding(bytes, 0, UTF_8, Source.BYTES, remark);
    }
    Optional<Charset> guess =
        CharsetStatistics.guess(bytes)
            .map(found -> found.equals(ISO_8859_6) && !fitsIso88596(bytes) ? WINDOWS_1256 : found);
    return guess.isPresent()
        ? encoding(bytes, 0, guess.get(), Source.DETECTOR, remark)
        : encoding(bytes, 0, WINDOWS_1252, Source.DEFAULT, remark);
  }

  /** Quirk: a meta element that can be read is not UTF-16, whatever it says (WHATWG). */
  private static Charset asMeta(Charset declared) {
    return declared.equals(UTF_16LE) || declared.equals(UTF_16BE) ? UTF_8 : declared;
  }

  private static @Nullable PageEncoding byMark(byte[] bytes) {
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      return encoding(bytes, 3, UTF_8, Source.BOM, null);
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return encoding(bytes, 2, UTF_16BE, Source.BOM, null);
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return encoding(bytes, 2, UTF_16LE, Source.BOM, null);
    }
    return null;
  }

  /**
   * UTF-16 without a byte order mark: its markup is ASCII, so a page that opens with a NUL beside a
   * {@code <} or a space has one in nearly every place of its opening tag.
   */
  private static @Nullable Charset wideCharset(byte[] bytes) {
    if (bytes.length < 8 || (bytes[0] == 0) == (bytes[1] == 0)) {
      return null;
    }
    int zero = bytes[0] == 0 ? 0 : 1;
    for (int i = 0; i < 8; i += 2) {
      if (bytes[i + zero] != 0 || bytes[i + 1 - zero] == 0) {
        return null;
      }
    }
    return zero == 0 ? UTF_16BE : UTF_16LE;
  }

  /** Whether every byte above ASCII is assigned in ISO-8859-6 and is no control character there. */
  private static boolean fitsIso88596(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        int code = b & 0xFF;
        boolean letter = (code >= 0xC1 && code <= 0xDA) || (code >= 0xE0 && code <= 0xF2);
        boolean sign =
            code == 0xA0
                || code == 0xA4
                || code == 0xAC
                || code == 0xAD
                || code == 0xBB
                || code == 0xBF;
        if (!letter && !sign) {
          return false;
        }
      }
    }
    return true;
  }

  private static PageEncoding encoding(
      byte[] bytes, int from, Charset charset, Source source, @Nullable String remark) {
    return new PageEncoding(bytes, from, charset, source, remark);
  }

  private static String shortened(String label) {
    return label.length() <= 40 ? label : label.substring(0, 40) + "…";
  }
}
