// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.Url;

class PrivateAddressGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "2001::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:c0a8:101::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "::ffff:0:127.0.0.1",
        "::ffff:0:1.1.1.1",
        "::1.1.1.1",
        "2606:4700::5efe:127.0.0.1",
        "2606:4700::200:5efe:10.0.0.1",
        "4000::1",
      })
  void refuses_private_addresses_however_they_are_written(String address) throws Exception {
    assertThat(guard(List.of(), List.of()).isAllowed(socket(address, 80))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "223.255.255.255",
        "2606:4700::1111",
        "64:ff9b::1.1.1.1",
        "2002:101:101::1",
        "2606:4700::5efe:1.1.1.1",
      })
  void lets_public_addresses_pass(String address) throws Exception {
    assertThat(guard(List.of(), List.of()).isAllowed(socket(address, 80))).isTrue();
  }

  @Test
  void lets_allowed_ranges_pass_and_no_others() throws Exception {
    PrivateAddressGuard guard = guard(List.of(IpRange.of("10.0.0.0/8")), List.of());

    assertThat(guard.isAllowed(socket("10.9.9.9", 80))).isTrue();
    assertThat(guard.isAllowed(socket("192.168.0.1", 80))).isFalse();
  }

  @Test
  void lets_the_base_of_a_mapped_origin_pass_but_no_other_port_of_it() throws Exception {
    PrivateAddressGuard guard = guard(List.of(), List.of(Url.of("http://127.0.0.1:8701/")));

    assertThat(guard.isAllowed(socket("127.0.0.1", 8701))).isTrue();
    assertThat(guard.isAllowed(socket("127.0.0.1", 8702))).isFalse();
  }

  @Test
  void refuses_a_name_that_was_not_resolved() {
    assertThat(
            guard(List.of(), List.of())
                .isAllowed(InetSocketAddress.createUnresolved("example.org", 80)))
        .isFalse();
  }

  private static PrivateAddressGuard guard(List<IpRange> allowed, List<Url> bases) {
    return new PrivateAddressGuard(allowed, bases);
  }

  private static InetSocketAddress socket(String address, int port) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(address), port);
  }
}
