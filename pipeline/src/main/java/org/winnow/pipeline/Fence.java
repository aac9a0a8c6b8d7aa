// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import org.jdbi.v3.core.Handle;

/**
 * Keeps somebody who was taken for dead from writing: a run that another one goes on with. Asked
 * within the transaction that writes.
 */
@FunctionalInterface
public interface Fence {
  /** Lets everything through: for a run that nobody else can take over. */
  Fence NONE = handle -> {};

  /**
   * Returns if the run is still the caller's.
   *
   * @throws PassedException if it is somebody else's; the transaction must not be committed
   */
  void check(Handle handle);

  /** Somebody else goes on with the run. */
  final class PassedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PassedException(String message) {
      super(message);
    }
  }
}
