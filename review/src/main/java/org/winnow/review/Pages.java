// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

/** A feature of the web application: what it shows and answers. */
@FunctionalInterface
public interface Pages {

  /** Adds every route of this feature, once, before the server starts. */
  void addTo(Routes routes);
}
