// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockModelTest {
  private static final BlockModel.Tree ASKS_TWO_FIGURES =
      new BlockModel.Tree(
          new int[] {0, 5},
          new double[] {1.5, 3},
          new int[] {~0, ~1},
          new int[] {1, ~2},
          new double[] {-2, 0.5, 2});
  private static final BlockModel.Tree WITHOUT_SPLITS =
      new BlockModel.Tree(new int[0], new double[0], new int[0], new int[0], new double[] {0.25});

  private static double probability(float first, float sixth) {
    byte[] bytes = BlockModel.bytes(List.of(ASKS_TWO_FIGURES, WITHOUT_SPLITS, ASKS_TWO_FIGURES));
    float[] rows = new float[2 * FeatureMatrix.WIDTH];
    rows[FeatureMatrix.WIDTH] = first;
    rows[FeatureMatrix.WIDTH + 5] = sixth;
    return BlockModel.read(bytes).probability(rows, FeatureMatrix.WIDTH);
  }

  private static double sigmoid(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }

  @Test
  void the_leaves_that_a_row_falls_into_are_summed() {
    assertThat(probability(1.5f, 9)).isCloseTo(sigmoid(-3.75), within(1e-3));
    assertThat(probability(2, 3)).isCloseTo(sigmoid(1.25), within(1e-3));
    assertThat(probability(2, 4)).isCloseTo(sigmoid(4.25), within(1e-3));
  }

  @Test
  void the_model_that_winnow_comes_with_is_for_the_figures_that_blocks_have() {
    assertThat(BlockModel.bundled().width()).isEqualTo(FeatureMatrix.WIDTH);
  }

  @Test
  void bytes_that_are_no_model_are_refused() {
    assertThatThrownBy(() -> BlockModel.read(new byte[40]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a block model");
    assertThatThrownBy(() -> BlockModel.read(new byte[] {0x57, 0x42, 0x4D, 0x31}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a block model that ends too early");
  }
}
