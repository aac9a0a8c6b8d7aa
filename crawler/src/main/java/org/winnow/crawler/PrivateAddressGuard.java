// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.winnow.corpus.Url;

/**
 * Decides which network addresses may be connected to: those of the public internet, and what the
 * user allows. A page can name any host, and a name can lead to any address, so only the address
 * that is really connected to counts. Immutable.
 */
final class PrivateAddressGuard {
  // The IANA special-purpose registries (RFC 6890 and its updates): what is not globally reachable.
  private static final List<IpRange> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private
              "100.64.0.0/10", // carrier-grade NAT
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link-local, cloud metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, broadcast
              "2001::/23", // protocol assignments, Teredo
              "2001:db8::/32", // documentation
              "3fff::/20") // documentation
          .map(IpRange::of)
          .toList();

  private static final IpRange NAT64 = IpRange.of("64:ff9b::/96");
  private static final IpRange SIX_TO_FOUR = IpRange.of("2002::/16");
  // RFC 4291 and the IANA registry: all that is given out. Everything else is local, mapped,
  // translated, reserved or multicast.
  private static final IpRange GLOBAL_UNICAST = IpRange.of("2000::/3");

  private final List<IpRange> allowed;
  private final Set<InetSocketAddress> bases;

  /** A guard that lets these ranges and the bases' own addresses pass, and everything public. */
  PrivateAddressGuard(List<IpRange> allowed, List<Url> bases) {
    this.allowed = List.copyOf(allowed);
    this.bases = bases.stream().flatMap(PrivateAddressGuard::resolve).collect(Collectors.toSet());
  }

  /** Whether a connection to that address may be opened. */
  boolean isAllowed(InetSocketAddress target) {
    InetAddress address = target.getAddress();
    return address != null
        && (isPublic(address.getAddress())
            || bases.contains(target)
            || allowed.stream().anyMatch(range -> range.contains(address)));
  }

  /**
   * Whether everything that the name leads to from here may be connected to; yes if it leads
   * nowhere.
   */
  boolean isAllowedName(Dns dns, String host, int port) {
    try {
      Optional<InetAddress> literal = IpRange.literal(host);
      return (literal.isPresent() ? List.of(literal.get()) : dns.lookup(host))
          .stream().allMatch(address -> isAllowed(new InetSocketAddress(address, port)));
    } catch (UnknownHostException e) {
      return true;
    }
  }

  private static boolean isPublic(byte[] address) {
    // An IPv6 address that carries an IPv4 address leads where that one leads.
    if (NAT64.contains(address)) {
      return isPublic(Arrays.copyOfRange(address, 12, 16));
    }
    boolean isGivenOut = address.length == 4 || GLOBAL_UNICAST.contains(address);
    return isGivenOut
        && NOT_PUBLIC.stream().noneMatch(range -> range.contains(address))
        && (!SIX_TO_FOUR.contains(address) || isPublic(Arrays.copyOfRange(address, 2, 6)))
        && (!isIsatap(address) || isPublic(Arrays.copyOfRange(address, 12, 16)));
  }

  /** RFC 5214: an interface of 0:5efe or 200:5efe and an IPv4 address. */
  private static boolean isIsatap(byte[] address) {
    return address.length == 16
        && (address[8] & ~2) == 0
        && address[9] == 0
        && address[10] == 0x5e
        && address[11] == (byte) 0xfe;
  }

  private static Stream<InetSocketAddress> resolve(Url base) {
    HttpUrl url = HttpUrl.get(base.toString());
    try {
      return Arrays.stream(InetAddress.getAllByName(url.host()))
          .map(address -> new InetSocketAddress(address, url.port()));
    } catch (UnknownHostException e) {
      return Stream.empty();
    }
  }
}
