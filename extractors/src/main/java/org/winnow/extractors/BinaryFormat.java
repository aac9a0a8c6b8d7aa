// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** Tells what is no text at all by its first bytes. */
final class BinaryFormat {
  private static final int HEAD = 2048;

  private BinaryFormat() {}

  /** What the bytes are if they are no text, in words for the user; empty if they may be text. */
  static String of(byte[] bytes) {
    if (startsWith(bytes, "%PDF-")) {
      return "a PDF document";
    }
    if (startsWith(bytes, "PK\u0003\u0004")) {
      return "a ZIP archive or an office document";
    }
    if (startsWith(bytes, "\u00FF\u00D8\u00FF")
        || startsWith(bytes, "\u0089PNG")
        || startsWith(bytes, "GIF8")) {
      return "an image";
    }
    if (startsWith(bytes, "\u001F\u008B")) {
      return "compressed (gzip)";
    }
    return isUtf16(bytes) || controls(bytes) * 20 <= Math.min(bytes.length, HEAD)
        ? ""
        : "binary data";
  }

  private static boolean isUtf16(byte[] bytes) {
    return startsWith(bytes, "\u00FE\u00FF")
        || startsWith(bytes, "\u00FF\u00FE")
        || startsWith(bytes, "<\u0000")
        || startsWith(bytes, "\u0000<");
  }

  private static int controls(byte[] bytes) {
    int controls = 0;
    for (int i = 0; i < Math.min(bytes.length, HEAD); i++) {
      byte b = bytes[i];
      if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
        controls++;
      }
    }
    return controls;
  }

  private static boolean startsWith(byte[] bytes, String signature) {
    if (bytes.length < signature.length()) {
      return false;
    }
    for (int i = 0; i < signature.length(); i++) {
      if ((bytes[i] & 0xFF) != signature.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
