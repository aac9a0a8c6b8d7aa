// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.Url;

class StatedUrlTest {
  private static final Optional<Url> FERRY = Optional.of(Url.of("https://daily.example/ferry"));

  private static Optional<Url> of(String head) {
    return StatedUrl.of(("<html><head>" + head + "</head><body>x</body>").getBytes(UTF_8));
  }

  @Test
  void a_canonical_link_goes_before_the_open_graph_address() {
    assertThat(
            of(
                "<meta property='og:url' content='https://daily.example/other'>"
                    + "<link href='https://daily.example/ferry' rel='Canonical'>"))
        .isEqualTo(FERRY);
  }

  @Test
  void the_word_in_a_script_before_it_hides_no_link() {
    assertThat(
            of(
                "<script>var canonical = 1 > 0;</script>"
                    + "<link rel=canonical href='https://daily.example/ferry'>"))
        .isEqualTo(FERRY);
  }

  @Test
  void a_sign_that_ends_tags_may_stand_in_a_value() {
    assertThat(of("<link rel=canonical title='a > b' href='https://daily.example/ferry'>"))
        .isEqualTo(FERRY);
  }

  @Test
  void a_page_that_only_talks_of_canonical_addresses_states_none() {
    assertThat(of("<title>Canonical addresses and og:url</title>")).isEmpty();
  }
}
