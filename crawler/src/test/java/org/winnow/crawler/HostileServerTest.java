// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchRequest.Kind;

/** Whatever a server sends, a request ends, soon, as a value. */
@Timeout(60)
class HostileServerTest {
  @AutoClose private final RawServer server = new RawServer();

  /** Answers each connection with what it is given, byte for byte. */
  private static final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private volatile Answer answer = out -> {};

    private interface Answer {
      void writeTo(OutputStream out) throws IOException;
    }

    RawServer() {
      try {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Thread thread = new Thread(this::serve, "raw server");
      thread.setDaemon(true);
      thread.start();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try {
          serveOne();
        } catch (IOException ignored) {
          // the other side has had enough
        }
      }
    }

    private void serveOne() throws IOException {
      try (Socket connection = socket.accept()) {
        InputStream in = connection.getInputStream();
        for (int newlines = 0; newlines < 2; ) {
          int b = in.read();
          newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : b < 0 ? 2 : 0;
        }
        answer.writeTo(connection.getOutputStream());
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\nshort | connection lost | true",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nshort | connection lost | true",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\nshort | not http | true",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 99999999999\\r\\n\\r\\nx | too large | false",
        "HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip\\r\\n\\r\\nplain | bad encoding | false",
        "HTTP/1.1 200 OK\\r\\nContent-Encoding: br\\r\\n\\r\\nplain | bad encoding | false",
        "HTTP/1.1 200 OK\\r\\nContent-Encoding: zstd\\r\\n\\r\\nplain text | bad encoding | false",
        "HTTP/1.1 200 OK\\r\\nContent-Encoding: rot13\\r\\n\\r\\nplain | bad encoding | false",
        "HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip,gzip,gzip\\r\\n\\r\\nx | bad encoding | false",
        "SSH-2.0-OpenSSH_9.2\\r\\n\\r\\n | not http | true",
        "HTTP/1.1 abc OK\\r\\n\\r\\n | not http | true",
        "'' | connection lost | true",
        "HTTP/1.1 302 Found\\r\\nLocation: http://[:::1/\\r\\nContent-Length: 0\\r\\n\\r\\n | bad redirect | false",
        "HTTP/1.1 599 x\\r\\nRetry-After: -1\\r\\nContent-Length: 0\\r\\n\\r\\n | http 599 | true",
      })
  void an_answer_that_is_none_is_a_failure_with_a_class(
      String answer, String reason, boolean isTemporary) {
    byte[] bytes =
        answer.replace("\\r", "\r").replace("\\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    server.answer = out -> out.write(bytes);

    Failed failed = failed(Kind.PAGE);

    assertThat(failed.reason()).isEqualTo(reason);
    assertThat(failed.isTemporary()).isEqualTo(isTemporary);
  }

  @Test
  void headers_without_end_are_given_up() {
    server.answer =
        out -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; ; i++) {
            out.write(
                ("X-" + i + ": " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
          }
        };

    assertThat(failed(Kind.PAGE).reason()).isEqualTo("connection lost");
  }

  @Test
  void answers_that_only_say_to_wait_are_given_up() {
    server.answer =
        out -> {
          while (true) {
            out.write("HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        };

    assertThat(fetch(Kind.PAGE)).isInstanceOf(Failed.class);
  }

  @Test
  void a_body_without_end_is_given_up() {
    server.answer =
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write(new byte[1 << 16]);
          }
        };

    assertThat(failed(Kind.PAGE).reason()).isEqualTo("too large");
    assertThat(((Fetched) fetch(Kind.ROBOTS)).page().body()).hasSize(Kind.ROBOTS.maxBytes);
  }

  @Test
  void a_gzip_header_without_end_is_given_up() {
    server.answer =
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          out.write(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0});
          byte[] name = new byte[1 << 16];
          java.util.Arrays.fill(name, (byte) 'x');
          while (true) {
            out.write(name);
          }
        };

    assertThat(failed(Kind.PAGE).reason()).isEqualTo("too large");
  }

  @ParameterizedTest
  @CsvSource({"zstd", "deflate", "br"})
  void a_bomb_is_given_up_whatever_it_is_packed_with(String encoding) {
    byte[] bomb = bomb(encoding);
    server.answer =
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
                  .formatted(encoding, bomb.length)
                  .getBytes(StandardCharsets.US_ASCII));
          out.write(bomb);
        };

    assertThat(bomb).hasSizeLessThan(100_000);
    assertThat(failed(Kind.PAGE).reason()).isEqualTo("too large");
  }

  @Test
  void a_window_larger_than_the_standard_allows_is_bad_encoding() {
    // A frame header that asks for a window of 2 GB: magic number, descriptor, window descriptor.
    byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x00, (byte) (21 << 3), 1, 0, 0};
    server.answer =
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          out.write(frame);
        };

    assertThat(failed(Kind.PAGE).reason()).isEqualTo("bad encoding");
  }

  @Test
  void a_server_that_sends_a_byte_now_and_then_is_too_slow() {
    AtomicLong nanos = new AtomicLong();
    InputStream drip =
        new FilterInputStream(new ByteArrayInputStream(new byte[1000])) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            nanos.addAndGet(Duration.ofMillis(900).toNanos());
            return super.read(buffer, offset, 1);
          }
        };
    MinimumRate stream = new MinimumRate(drip, Duration.ofSeconds(10), nanos::get);

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> stream.readNBytes(100)))
        .isInstanceOf(MinimumRate.TooSlowException.class);
    assertThat(Duration.ofNanos(nanos.get())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void a_pause_between_fast_stretches_is_not_too_slow() throws IOException {
    AtomicLong nanos = new AtomicLong();
    InputStream steady = new ByteArrayInputStream(new byte[100_000]);
    MinimumRate stream = new MinimumRate(steady, Duration.ofSeconds(10), nanos::get);

    for (int i = 0; i < 10; i++) {
      nanos.addAndGet(Duration.ofSeconds(9).toNanos());
      assertThat(stream.readNBytes(10_000)).hasSize(10_000);
    }
  }

  private static byte[] bomb(String encoding) {
    byte[] plain = new byte[20_000_000];
    if (encoding.equals("zstd")) {
      return Zstd.compress(plain);
    } else if (encoding.equals("br")) {
      // 20 MB of the letter "a".
      return Base64.getDecoder().decode(BROTLI_BOMB);
    }
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[1 << 17];
    int length = deflater.deflate(packed);
    deflater.end();
    return java.util.Arrays.copyOf(packed, length);
  }

  private static final String BROTLI_BOMB =
      "y///P/glwuKxQCD3/o///3/wSwDEYRGA7v1f/rPE4JcAiMMCAF2SGA==";

  private Failed failed(Kind kind) {
    return (Failed) fetch(kind);
  }

  private FetchOutcome fetch(Kind kind) {
    CrawlSettings settings =
        new CrawlSettings(
            "Winnow-Test/1",
            2,
            Duration.ZERO,
            99,
            99,
            OriginMap.none(),
            List.of(IpRange.of("127.0.0.0/8")));
    Duration second = Duration.ofSeconds(5);
    return new OkHttpFetcher(
            settings,
            new OkHttpFetcher.Timeouts(second, second, second.multipliedBy(5), second),
            Clock.systemUTC())
        .fetch(
            FetchRequest.of(
                Url.of("http://127.0.0.1:" + server.socket.getLocalPort() + "/"), kind));
  }
}
