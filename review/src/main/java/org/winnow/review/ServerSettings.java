// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the server is reached.
 *
 * @param address to listen on: {@code 127.0.0.1}
 * @param port to listen on; 0 for any
 * @param hostNames further names under which it may be asked for, in lower case
 * @param password needed for any address but this machine's own
 * @param secrets of the data folder
 */
public record ServerSettings(
    String address,
    int port,
    Set<String> hostNames,
    @Nullable Password password,
    Secrets secrets,
    Clock clock) {

  public ServerSettings {
    hostNames = Set.copyOf(hostNames);
  }
}
