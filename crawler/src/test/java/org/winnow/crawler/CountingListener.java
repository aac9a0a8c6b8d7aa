// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens at every address of this machine and counts who connects. */
final class CountingListener implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger connections = new AtomicInteger();
  private final Thread thread;

  CountingListener() {
    try {
      socket = new ServerSocket();
      socket.bind(new InetSocketAddress(0), 1000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(this::listen, "listener");
    thread.start();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        connections.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many there were up to now. */
  int connections() throws IOException {
    // A connection of our own is accepted after all others, and closed when it is counted.
    try (Socket last = new Socket("127.0.0.1", port())) {
      int end = last.getInputStream().read();
      return end < 0 ? connections.addAndGet(-1) : connections.get();
    }
  }

  /** As if there had been none. */
  void forget() {
    connections.set(0);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    socket.close();
    thread.join();
  }
}
