// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Url;

class OriginMapTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.test=http://127.0.0.1:8701, https://a.test/x?y=1, http://127.0.0.1:8701/x?y=1",
    "https://a.test/=http://127.0.0.1:8701/, https://a.test/, http://127.0.0.1:8701/",
    "https://a.test=http://127.0.0.1/mirror, https://a.test/x, http://127.0.0.1/mirror/x",
    "https://a.test=http://127.0.0.1/mirror/, https://a.test/, http://127.0.0.1/mirror/",
  })
  void leads_to_the_base_and_back(String line, String page, String base) {
    OriginMap map = OriginMap.of(List.of(line));

    assertThat(map.toBase(Url.of(page))).isEqualTo(Url.of(base));
    assertThat(map.toOrigin(Url.of(base))).isEqualTo(Url.of(page));
  }

  @ParameterizedTest
  @CsvSource({"http://a.test/x", "https://b.test/x", "https://a.test:8443/x"})
  void leaves_other_origins_alone(String page) {
    OriginMap map = OriginMap.of(List.of("https://a.test=http://127.0.0.1:8701"));

    assertThat(map.toBase(Url.of(page))).isEqualTo(Url.of(page));
    assertThat(map.toOrigin(Url.of(page))).isEqualTo(Url.of(page));
  }

  @Test
  void does_not_take_a_longer_port_for_the_base() {
    OriginMap map = OriginMap.of(List.of("https://a.test=http://127.0.0.1:870"));

    assertThat(map.toOrigin(Url.of("http://127.0.0.1:8701/x")))
        .isEqualTo(Url.of("http://127.0.0.1:8701/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.test=http://127.0.0.1, not a mapped origin",
    "https://a.test, not a mapped origin",
    "https://a.test/x=http://127.0.0.1, write https://a.test=http://127.0.0.1/",
  })
  void refuses_what_is_no_mapping_and_says_how_to_write_one(String line, String message) {
    assertThatThrownBy(() -> OriginMap.of(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
