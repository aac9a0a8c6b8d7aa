// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes sockets that ask the guard before they connect. */
final class GuardedSocketFactory extends SocketFactory {
  private final PrivateAddressGuard guard;

  GuardedSocketFactory(PrivateAddressGuard guard) {
    this.guard = guard;
  }

  /** The guard said no. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(SocketAddress address) {
      super("not a public address: " + address);
    }
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress address, int timeout) throws IOException {
        if (!(address instanceof InetSocketAddress target) || !guard.isAllowed(target)) {
          throw new RefusedException(address);
        }
        super.connect(address, timeout);
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  private Socket connected(InetSocketAddress target) throws IOException {
    Socket socket = createSocket();
    socket.connect(target);
    return socket;
  }
}
