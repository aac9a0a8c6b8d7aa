// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

/** Is told how far long work has come. Used by one thread. */
public interface Progress extends AutoCloseable {
  /** One step is done. */
  void step();

  @Override
  void close();
}
