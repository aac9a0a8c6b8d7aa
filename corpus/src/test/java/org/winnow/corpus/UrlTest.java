// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class UrlTest {
  private static final String NONE = "NONE";

  @ParameterizedTest
  @CsvFileSource(resources = "urls.csv", useHeadersInDisplayName = true)
  void normalises(String input, String base, String expected) {
    assertThat(normalise(input, base)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "urls.csv", useHeadersInDisplayName = true)
  void normalising_again_changes_nothing(String input, String base, String expected) {
    if (!NONE.equals(expected)) {
      Url once = Url.of(expected);
      assertThat(once).hasToString(expected);
      assertThat(Url.of(once.toString())).isEqualTo(once).hasSameHashCodeAs(once);
    }
  }

  @Test
  void normalising_again_changes_nothing_whatever_the_characters() {
    Random random = new Random(42);
    String alphabet = "%%%%012345689aAeEfF..//;?&=#\\ |[]{}^'\"خبü:@+~_-";
    int addresses = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder("https://example.org/");
      for (int length = random.nextInt(24); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Optional<Url> once = Url.parse(text.toString());
      if (once.isPresent()) {
        addresses++;
        assertThat(Url.of(once.get().toString())).as(text.toString()).isEqualTo(once.get());
      }
    }
    assertThat(addresses).isGreaterThan(4_500);
  }

  @Test
  void never_throws_on_what_the_web_writes() {
    Random random = new Random(42);
    String alphabet = "htps:/\\[]@.%0x127٠١۲．。\u200d\u202e\u0000\ud800-_ab\n\t?#&=;xn--<>!&*";
    Url base = Url.of("https://example.org/a/b?c");
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://" : "");
      for (int length = random.nextInt(24); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Url.parse(text.toString()).ifPresent(UrlTest::assertNormal);
      base.resolve(text.toString()).ifPresent(UrlTest::assertNormal);
    }
  }

  @Test
  void an_address_of_more_than_8192_characters_is_none() {
    String longest = "https://example.org/" + "a".repeat(8192 - 20);

    assertThat(Url.parse(longest)).isPresent();
    assertThat(Url.parse(longest + "a")).isEmpty();
    assertThat(Url.of("https://example.org/").resolve("a".repeat(8193))).isEmpty();
  }

  @Test
  void an_address_that_is_too_long_only_when_encoded_is_none() {
    assertThat(Url.parse("https://example.org/" + "خ".repeat(2000))).isEmpty();
  }

  @Test
  void names_what_is_no_address() {
    assertThatThrownBy(() -> Url.of("example.org"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an http(s) address: example.org");
  }

  @Test
  void tells_its_parts() {
    Url url = Url.of("https://user@Example.org:8443/a%2fb?c=d&utm_source=x#e");

    assertThat(url.origin()).isEqualTo("https://example.org:8443");
    assertThat(url.host()).isEqualTo("example.org");
    assertThat(url.path()).isEqualTo("/a%2Fb");
    assertThat(url.query()).contains("c=d");
  }

  @Test
  void has_no_query_where_only_tracking_was() {
    assertThat(Url.of("https://example.org/?fbclid=1").query()).isEmpty();
  }

  @Test
  void the_origin_leaves_out_the_default_port_and_brackets_ipv6() {
    assertThat(Url.of("https://example.org:443/a").origin()).isEqualTo("https://example.org");
    assertThat(Url.of("http://[::1]:81/a").origin()).isEqualTo("http://[::1]:81");
  }

  @Test
  void orders_by_its_text() {
    assertThat(Url.of("https://a.example/")).isLessThan(Url.of("https://b.example/"));
  }

  private static void assertNormal(Url url) {
    assertThat(url.path()).startsWith("/");
    assertThat(Url.parse(url.toString())).contains(url);
  }

  private static String normalise(String input, String base) {
    String text = unescape(input);
    Optional<Url> url = base == null ? Url.parse(text) : Url.of(base).resolve(text);
    return url.map(Url::toString).orElse(NONE);
  }

  private static String unescape(String text) {
    return text.replace("\\\\", "\u0001")
        .replace("\\t", "\t")
        .replace("\\n", "\n")
        .replace('\u0001', '\\');
  }
}
