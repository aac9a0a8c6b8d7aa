// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "192.168.1.7, 192.168.1.7, true",
    "192.168.1.7, 192.168.1.6, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fc00::1, false",
    "::1, ::1, true",
  })
  void contains_the_addresses_with_its_leading_bits(String range, String address, boolean isInside)
      throws Exception {
    assertThat(IpRange.of(range).contains(InetAddress.getByName(address))).isEqualTo(isInside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/8", "localhost/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
  void refuses_what_is_no_range_and_names_it(String text) {
    assertThatThrownBy(() -> IpRange.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a range of IP addresses: " + text);
  }
}
