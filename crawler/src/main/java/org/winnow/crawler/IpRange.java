// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of IP addresses in CIDR notation, {@code 10.0.0.0/8} or {@code fd00::/8}. Immutable. */
public final class IpRange {
  // Only literals may reach InetAddress: it looks every other name up in the DNS.
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final byte[] network;
  private final int bits;

  private IpRange(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /**
   * The range written in {@code cidr}; an address without a length is a range of one.
   *
   * @throws IllegalArgumentException if it is not a range, with a message for the user
   */
  public static IpRange of(String cidr) {
    int slash = cidr.indexOf('/');
    String address = slash < 0 ? cidr : cidr.substring(0, slash);
    try {
      if (!LITERAL.matcher(address).matches()) {
        throw new IllegalArgumentException("no address before the slash");
      }
      byte[] network = InetAddress.getByName(address).getAddress();
      int bits = slash < 0 ? network.length * 8 : Integer.parseInt(cidr.substring(slash + 1));
      if (bits < 0 || bits > network.length * 8) {
        throw new IllegalArgumentException(
            "a length from 0 to " + network.length * 8 + " is needed");
      }
      return new IpRange(network, bits);
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "not a range of IP addresses: " + cidr + " (write it like 10.0.0.0/8)", e);
    }
  }

  /** Whether that address lies in the range. */
  public boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  /** Whether that host is an address in numbers that lies in the range. */
  boolean isLiteral(String host) {
    return literal(host).map(this::contains).orElse(false);
  }

  /** The address that this host is if it is one in numbers; nobody is asked. */
  static Optional<InetAddress> literal(String host) {
    try {
      return LITERAL.matcher(host).matches()
          ? Optional.of(InetAddress.getByName(host))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
      if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
