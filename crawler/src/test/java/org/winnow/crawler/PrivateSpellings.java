// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Dns;

/** Ways to write addresses that must not be connected to: as numbers, and as names. */
final class PrivateSpellings {
  private static final List<String> IPV4 =
      List.of(
          "127.0.0.1",
          "127.255.255.254",
          "10.1.2.3",
          "172.16.5.4",
          "192.168.1.1",
          "169.254.169.254",
          "100.64.0.1",
          "0.0.0.0",
          "224.0.0.1",
          "255.255.255.255");

  private static final List<String> IPV6 =
      List.of(
          "::",
          "::1",
          "0:0:0:0:0:0:0:1",
          "0000:0000:0000:0000:0000:0000:0000:0001",
          "0::0:1",
          "::0.0.0.1",
          "fc00::1",
          "FD12:3456:789A::1",
          "fe80::1",
          "fe80::5efe:127.0.0.1",
          "fec0::1",
          "ff02::1",
          "2001::1",
          "2001:db8::1",
          "100::1",
          "64:ff9b:1::7f00:1",
          "3fff::1",
          "5f00::1");

  private static final List<String> NAMES =
      List.of(
          "localhost",
          "LOCALHOST",
          "localhost.",
          "LocalHost.",
          "ip6-localhost",
          "a.localhost",
          "local%68ost",
          "ｌｏｃａｌｈｏｓｔ",
          "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
          "lo\u00adcalhost",
          "user:password@localhost",
          "public.example@localhost");

  private final int port;

  PrivateSpellings(int port) {
    this.port = port;
  }

  /** Addresses as a page, a feed or a server may write them, all of which lead to that port. */
  List<String> addresses() {
    Set<String> all = new LinkedHashSet<>();
    for (String address : IPV4) {
      hosts(address).forEach(host -> all.add("http://" + host + ":" + port + "/"));
      all.add("http://public.example@" + address + ":" + port + "/");
      all.add("http://public.example:80@" + address + ":" + port + "/");
      all.add("http:\\\\" + address + ":" + port + "\\");
      all.add("http:" + address + ":" + port + "/");
      all.add("http:////" + address + ":" + port + "/");
      all.add("HtTp://" + address + ":0" + port + "/");
      all.add(" \thttp://" + address + ":" + port + "/\n");
      all.add("ht\ntp://" + address + ":" + port + "/");
      all.add("https://" + address + ":" + port + "/");
      all.add("http://" + address + ":" + port + "?@public.example/");
      all.add("http://" + address + ":" + port + "#@public.example/");
    }
    for (String address : IPV6) {
      all.add("http://[" + address + "]:" + port + "/");
      all.add("https://[" + address.toLowerCase(Locale.ROOT) + "]:" + port + "/");
      all.add("http://[" + address + "%25eth0]:" + port + "/");
      all.add("http://[" + address + "%lo]:" + port + "/");
    }
    NAMES.forEach(name -> all.add("http://" + name + ":" + port + "/"));
    return List.copyOf(all);
  }

  private static List<String> hosts(String address) {
    String[] text = address.split("\\.");
    int[] b = new int[4];
    for (int i = 0; i < 4; i++) {
      b[i] = Integer.parseInt(text[i]);
    }
    long whole = (long) b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3];
    String hex = "%x:%x".formatted(b[0] << 8 | b[1], b[2] << 8 | b[3]);
    List<String> hosts = new ArrayList<>();
    hosts.add(address);
    hosts.add(address + ".");
    hosts.add(Long.toString(whole));
    hosts.add("0x" + Long.toHexString(whole));
    hosts.add("0X" + Long.toHexString(whole).toUpperCase(Locale.ROOT));
    hosts.add("0x%08x.".formatted(whole));
    hosts.add("0" + Long.toOctalString(whole));
    hosts.add("%d.%d".formatted(b[0], whole & 0xffffff));
    hosts.add("%d.%d.%d".formatted(b[0], b[1], whole & 0xffff));
    hosts.add("0%o.0%o.0%o.0%o".formatted(b[0], b[1], b[2], b[3]));
    hosts.add("0x%x.0x%x.0x%x.0x%x".formatted(b[0], b[1], b[2], b[3]));
    hosts.add("0%o.%d.0x%x.%d".formatted(b[0], b[1], b[2], b[3]));
    hosts.add("0x%x.0%o.%d".formatted(b[0], b[1], whole & 0xffff));
    hosts.add("000%o.000%o.000%o.000%o".formatted(b[0], b[1], b[2], b[3]));
    hosts.add("0x000%x.%d.%d.%d".formatted(b[0], b[1], b[2], b[3]));
    hosts.add(address.replace(".", "。"));
    hosts.add(address.replace(".", "．"));
    hosts.add(address.replace(".", "%2e"));
    hosts.add(translated(address, 0xff10)); // full-width digits
    hosts.add(translated(address, 0x1d7d8)); // mathematical double-struck digits
    hosts.add(address.replace("1", "①").replace("2", "②"));
    hosts.add("%%%02x%s".formatted((int) address.charAt(0), address.substring(1)));
    hosts.add("[::ffff:" + address + "]");
    hosts.add("[::ffff:" + hex + "]");
    hosts.add("[0:0:0:0:0:ffff:" + hex + "]");
    hosts.add("[::" + address + "]");
    hosts.add("[::ffff:0:" + address + "]");
    hosts.add("[2002:" + hex + "::1]");
    hosts.add("[2002:" + hex.toUpperCase(Locale.ROOT) + "::]");
    hosts.add("[64:ff9b::" + address + "]");
    hosts.add("[64:ff9b::" + hex + "]");
    hosts.add("[2606:4700::5efe:" + address + "]");
    return hosts;
  }

  private static String translated(String address, int zero) {
    StringBuilder text = new StringBuilder();
    address.chars().forEach(c -> text.appendCodePoint(c >= '0' && c <= '9' ? zero + c - '0' : c));
    return text.toString();
  }

  /** Names below that domain, each of which leads to another of these addresses. */
  static Map<String, List<InetAddress>> names(String domain) throws UnknownHostException {
    Map<String, List<InetAddress>> names = new LinkedHashMap<>();
    List<String> addresses = new ArrayList<>(IPV4);
    addresses.addAll(IPV6);
    for (String v4 : IPV4) {
      hosts(v4).stream()
          .filter(host -> host.startsWith("["))
          .forEach(host -> addresses.add(host.substring(1, host.length() - 1)));
    }
    for (String address : addresses) {
      names.put("n" + names.size() + "." + domain, List.of(InetAddress.getByName(address)));
    }
    // Rebinding: a public address first, then a private one.
    InetAddress unreachable = InetAddress.getByName("::ffff:127.0.0.1");
    names.put("both." + domain, List.of(unreachable, InetAddress.getByName("127.0.0.1")));
    return names;
  }

  /** Knows those names and the local ones; asks no server. */
  static Dns dns(Map<String, List<InetAddress>> names) {
    return host -> {
      // RFC 6761: so does everything below it.
      if (host.equals("localhost") || host.endsWith("-localhost") || host.endsWith(".localhost")) {
        return List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("::1"));
      } else if (names.containsKey(host)) {
        return names.get(host);
      }
      throw new UnknownHostException(host);
    };
  }
}
