// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.train;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.winnow.extractors.BlockModel;
import org.winnow.extractors.LearningPage;

/** Trains boosted trees with LightGBM; the same pages give the same trees. */
final class Boosting {
  static final int TREES = 60;
  static final int LEAVES = 16;

  private static final String SETTINGS =
      "objective=binary num_leaves="
          + LEAVES
          + " learning_rate=0.15 min_data_in_leaf=60 feature_fraction=0.6 bagging_fraction=0.8"
          + " bagging_freq=1 lambda_l2=5 max_bin=255 num_threads=2 deterministic=true"
          + " force_row_wise=true seed=7 verbosity=-1";

  private Boosting() {}

  /**
   * The model of those pages.
   *
   * @param setWeights what a page of each set counts; 1 where a set is not named
   */
  static BlockModel train(List<TrainingPage> pages, Map<String, Double> setWeights)
      throws LGBMException {
    return BlockModel.read(BlockModel.bytes(trees(pages, setWeights)));
  }

  /** The trees of those pages. */
  static List<BlockModel.Tree> trees(List<TrainingPage> pages, Map<String, Double> setWeights)
      throws LGBMException {
    TrainingRows rows = TrainingRows.of(pages, setWeights);
    LGBMDataset data =
        LGBMDataset.createFromMat(
            rows.figures(), rows.size(), LearningPage.width(), true, SETTINGS, null);
    data.setField("label", rows.labels());
    data.setField("weight", rows.weights());
    LGBMBooster booster = LGBMBooster.create(data, SETTINGS);
    for (int i = 0; i < TREES; i++) {
      booster.updateOneIter();
    }
    String text = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
    booster.close();
    data.close();
    return parse(text);
  }

  /** The trees in LightGBM's text form. */
  static List<BlockModel.Tree> parse(String text) {
    List<BlockModel.Tree> trees = new ArrayList<>();
    int[] figure = new int[0];
    int[] left = new int[0];
    int[] right = new int[0];
    double[] threshold = new double[0];
    for (String line : text.lines().toList()) {
      int equals = line.indexOf('=');
      String value = line.substring(equals + 1);
      switch (equals < 0 ? "" : line.substring(0, equals)) {
        case "Tree" -> {
          figure = new int[0];
          left = new int[0];
          right = new int[0];
          threshold = new double[0];
        }
        case "split_feature" -> figure = ints(value);
        case "threshold" -> threshold = doubles(value);
        case "left_child" -> left = ints(value);
        case "right_child" -> right = ints(value);
        case "leaf_value" ->
            trees.add(new BlockModel.Tree(figure, threshold, left, right, doubles(value)));
        default -> {}
      }
    }
    return trees;
  }

  private static int[] ints(String text) {
    return Arrays.stream(text.strip().split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static double[] doubles(String text) {
    return Arrays.stream(text.strip().split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
