// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.Locale;
import java.util.Optional;

/** Hosts beyond what OkHttp does with them: the WHATWG standard's numbers, and the final dot. */
final class UrlHosts {
  private static final long MAX_IPV4 = 0xFFFF_FFFFL;

  private UrlHosts() {}

  /**
   * The host in its only spelling; empty where it ends in a number and is no IPv4 address, and
   * where it has characters that no name in the DNS has.
   *
   * @param host in lower case and punycode
   */
  static Optional<String> normalised(String host) {
    if (host.indexOf(':') >= 0) {
      return Optional.of(host);
    }
    for (int i = 0; i < host.length(); i++) {
      if (!isAllowed(host.charAt(i))) {
        return Optional.empty();
      }
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String last = name.substring(name.lastIndexOf('.') + 1);
    if (!isDigits(last) && number(last) < 0) {
      return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
    return ipv4(name.split("\\.", -1));
  }

  /** One to four numbers, the last of which fills all bytes that are left: {@code 127.1}. */
  private static Optional<String> ipv4(String[] parts) {
    if (parts.length > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      int bytes = i < parts.length - 1 ? 1 : 5 - parts.length;
      long number = number(parts[i]);
      if (number < 0 || number >> (8 * bytes) != 0) {
        return Optional.empty();
      }
      address = address << (8 * bytes) | number;
    }
    return Optional.of(
        "%d.%d.%d.%d"
            .formatted(address >> 24, address >> 16 & 0xFF, address >> 8 & 0xFF, address & 0xFF));
  }

  /** A number from 0 to 2³²-1 as C writes it: decimal, 0 and octal, 0x and hexadecimal; or -1. */
  private static long number(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int radix = lower.startsWith("0x") ? 16 : lower.length() > 1 && lower.startsWith("0") ? 8 : 10;
    String digits = radix == 16 ? lower.substring(2) : lower;
    if (text.isEmpty()) {
      return -1;
    }
    if (digits.isEmpty()) {
      return 0;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      number = number * radix + digit;
      if (digit < 0 || number > MAX_IPV4) {
        return -1;
      }
    }
    return number;
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
