// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Gradient-boosted trees that say how likely a block is content. Immutable and safe for use by
 * several threads.
 *
 * <p>The resource: a number that marks the format, the width of a row, the scale of the leaves, the
 * number of trees; for each tree the number of splits, for each split the figure it asks, the
 * threshold, and its two children (a child below zero is leaf -1 - child); then the leaves as
 * 16-bit numbers.
 */
public final class BlockModel {
  private static final int FORMAT = 0x57424D31;

  private static final int PER_SPLIT = 4;

  private final int width;
  private final int[] roots;

  /**
   * Four numbers a split: the figure, the bits of the threshold, the places of the children. They
   * lie side by side because trees are walked at random.
   */
  private final int[] splits;

  private final float[] leaves;

  /**
   * One tree; the children of split i are {@code left[i]} and {@code right[i]}, below zero the leaf
   * {@code -1 - child}. A tree without splits has one leaf.
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier between the trainer and the resource
  public record Tree(int[] figure, double[] threshold, int[] left, int[] right, double[] leaf) {}

  private BlockModel(int width, int trees, int size) {
    this.width = width;
    roots = new int[trees];
    splits = new int[size * PER_SPLIT];
    leaves = new float[size + trees];
  }

  /** The model that Winnow comes with. */
  public static BlockModel bundled() {
    return Bundled.MODEL;
  }

  private static final class Bundled {
    static final BlockModel MODEL = load();

    private static BlockModel load() {
      try (InputStream in = BlockModel.class.getResourceAsStream("block-model.bin")) {
        return read(Objects.requireNonNull(in, "block-model.bin").readAllBytes());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** The bytes of a model of those trees, as {@link #read} takes them. */
  public static byte[] bytes(List<Tree> trees) {
    double most = 1e-6;
    for (Tree tree : trees) {
      for (double leaf : tree.leaf()) {
        most = Math.max(most, Math.abs(leaf));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeShort(FeatureMatrix.WIDTH);
      float scale = (float) (most / Short.MAX_VALUE);
      out.writeFloat(scale);
      out.writeShort(trees.size());
      for (Tree tree : trees) {
        out.writeByte(tree.figure().length);
        for (int i = 0; i < tree.figure().length; i++) {
          out.writeShort(tree.figure()[i]);
          out.writeFloat((float) tree.threshold()[i]);
          out.writeByte(tree.left()[i]);
          out.writeByte(tree.right()[i]);
        }
        for (double leaf : tree.leaf()) {
          out.writeShort((int) Math.round(leaf / scale));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The model in those bytes.
   *
   * @throws IllegalArgumentException if they are none, or one for other figures
   */
  public static BlockModel read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(bytes))) {
      if (in.readInt() != FORMAT) {
        throw new IllegalArgumentException("not a block model");
      }
      int width = in.readUnsignedShort();
      if (width != FeatureMatrix.WIDTH) {
        throw new IllegalArgumentException(
            "a model for " + width + " figures, blocks have " + FeatureMatrix.WIDTH);
      }
      float scale = in.readFloat();
      int trees = in.readUnsignedShort();
      int splits = (bytes.length - 12 - 3 * trees) / 10;
      BlockModel model = new BlockModel(width, trees, splits);
      model.fill(in, scale);
      return model;
    } catch (IOException ended) {
      throw new IllegalArgumentException("a block model that ends too early", ended);
    }
  }

  private void fill(DataInputStream in, float scale) throws IOException {
    int split = 0;
    int leaf = 0;
    for (int t = 0; t < roots.length; t++) {
      int size = in.readUnsignedByte();
      roots[t] = size == 0 ? ~leaf : split * PER_SPLIT;
      for (int i = 0; i < size; i++) {
        int at = (split + i) * PER_SPLIT;
        splits[at] = in.readShort();
        splits[at + 1] = Float.floatToIntBits(in.readFloat());
        int left = in.readByte();
        int right = in.readByte();
        splits[at + 2] = left < 0 ? left - leaf : (left + split) * PER_SPLIT;
        splits[at + 3] = right < 0 ? right - leaf : (right + split) * PER_SPLIT;
      }
      for (int i = 0; i <= size; i++) {
        leaves[leaf + i] = in.readShort() * scale;
      }
      split += size;
      leaf += size + 1;
    }
  }

  /** How many figures a row has. */
  int width() {
    return width;
  }

  /** How likely the block whose row begins at that place is content, from 0 to 1. */
  public double probability(float[] rows, int at) {
    float sum = 0;
    for (int root : roots) {
      int node = root;
      while (node >= 0) {
        float threshold = Float.intBitsToFloat(splits[node + 1]);
        node = rows[at + splits[node]] <= threshold ? splits[node + 2] : splits[node + 3];
      }
      sum += leaves[~node];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
