// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

/** Sends one request. Does not follow redirects and does not wait. Safe for several threads. */
interface Fetcher {

  /** The outcome of that request; never throws for anything that a server or the network does. */
  FetchOutcome fetch(FetchRequest request);

  /** Ends every request that is under way, as failed, and closes all connections. */
  void cancel();
}
