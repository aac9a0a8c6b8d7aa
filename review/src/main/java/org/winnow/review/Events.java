// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events to one open page. The thread that sends is interrupted when the server stops;
 * it should look at {@link #isOpen} from time to time and return when that is false.
 */
public final class Events {

  /** How many pages may have a stream open at a time. */
  static final int MOST = 16;

  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private final SseClient client;

  private Events(SseClient client) {
    this.client = client;
  }

  static void open(Visit visit, Routes.Stream stream) throws Exception {
    new SseHandler(
            0,
            client -> {
              client.keepAlive();
              try {
                visit.server().streams().execute(() -> send(visit, stream, client));
              } catch (RejectedExecutionException full) {
                client.close();
              }
            })
        .handle(visit.context());
  }

  private static void send(Visit visit, Routes.Stream stream, SseClient client) {
    try {
      stream.to(visit, new Events(client));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      LOG.error("{}: {}", visit.path(), failure.toString(), failure);
    } finally {
      client.close();
    }
  }

  /** Whether somebody is still listening. */
  public boolean isOpen() {
    return !client.terminated() && !Thread.currentThread().isInterrupted();
  }

  /** Sends an event; its data may have several lines. Nothing happens if nobody listens. */
  public void send(String name, String data) {
    if (isOpen()) {
      client.sendEvent(name, data);
    }
  }

  /** Keeps the line open where nothing happens for long; every 15 seconds is enough. */
  public void sendNothing() {
    if (isOpen()) {
      client.sendComment("");
    }
  }
}
