// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongIndexTest {
  @Test
  void numbers_are_given_in_the_order_of_first_coming_however_many_come() {
    LongIndex index = new LongIndex(4);

    for (int i = 0; i < 1_000; i++) {
      assertThat(index.add(i * 1_000_003L)).isEqualTo(i);
    }
    assertThat(index.add(999 * 1_000_003L)).isEqualTo(999);
    assertThat(index.add(0)).isZero();
    assertThat(index.size()).isEqualTo(1_000);
    assertThat(index.keys()).hasSize(1_000).startsWith(0, 1_000_003L);
  }
}
