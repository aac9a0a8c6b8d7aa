// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchOutcome.NotModified;
import org.winnow.crawler.FetchOutcome.Redirected;
import org.winnow.crawler.FetchOutcome.Skipped;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * Fetches over HTTP with OkHttp. Certificates are checked unless the site's rule says otherwise;
 * cookies go only back to the site that set them.
 */
final class OkHttpFetcher implements Fetcher {
  private static final Set<String> SECRET = Set.of("cookie", "authorization");

  private final CrawlSettings settings;
  private final Timeouts timeouts;
  private final Clock clock;
  private final HttpClients clients;
  private volatile boolean isCancelled;

  /**
   * How long to wait for a server.
   *
   * @param connect for the connection
   * @param read for the next byte
   * @param call for everything together
   * @param slow how long a body may come more slowly than the least rate
   */
  record Timeouts(Duration connect, Duration read, Duration call, Duration slow) {
    static final Timeouts DEFAULT =
        new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10));
  }

  OkHttpFetcher(CrawlSettings settings, Timeouts timeouts, Clock clock) {
    this(settings, timeouts, clock, Dns.SYSTEM);
  }

  OkHttpFetcher(CrawlSettings settings, Timeouts timeouts, Clock clock, Dns dns) {
    this.settings = settings;
    this.timeouts = timeouts;
    this.clock = clock;
    this.clients = new HttpClients(settings, timeouts, dns);
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    try (Response response = call(request).execute()) {
      return outcome(request, response);
    } catch (IOException | RuntimeException e) {
      return isCancelled ? FetchFailures.STOPPED : FetchFailures.of(e);
    }
  }

  @Override
  public void cancel() {
    isCancelled = true;
    clients.cancel();
  }

  private Call call(FetchRequest request) {
    Call call = clients.client(request.session().isInsecure(request)).newCall(toHttp(request));
    Duration timeout = request.session().timeout();
    if (timeout != null) {
      call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }
    return call;
  }

  private Request toHttp(FetchRequest request) {
    Request.Builder http =
        new Request.Builder()
            .url(settings.origins().toBase(request.url()).toString())
            .tag(Duration.class, request.session().timeout())
            .header("Accept", request.kind().accept)
            .header("Accept-Language", "*");
    request.session().headers(request).forEach(own -> http.header(own.name(), own.value()));
    http.header("User-Agent", settings.userAgent())
        .header("Accept-Encoding", ContentDecoding.ACCEPTED);
    String cookies = request.session().cookies().header(request.url(), clock.millis());
    if (!cookies.isEmpty()) {
      http.header("Cookie", cookies);
    }
    if (request.etag() != null) {
      http.header("If-None-Match", request.etag());
    }
    if (request.lastModified() != null) {
      http.header("If-Modified-Since", request.lastModified());
    }
    return http.build();
  }

  private FetchOutcome outcome(FetchRequest request, Response response) throws IOException {
    int status = response.code();
    String location = response.header("Location");
    boolean hasNewCookies = request.session().cookies().store(request.url(), response.headers());
    if (status == 304) {
      return new NotModified(answer(request, response, new byte[0]));
    } else if (status >= 300 && status < 400 && location != null) {
      FetchOutcome outcome = redirect(request.url(), location);
      // Quirk: some sites set a cookie and send the visitor to where he is already.
      boolean isWall = hasNewCookies && outcome.equals(new Redirected(request.url()));
      return isWall ? Failed.forNow("cookie wanted", location) : outcome;
    } else if (status < 200 || status > 299) {
      return FetchFailures.ofStatus(status, response.message(), retryAfter(response));
    }
    String type = mediaType(response);
    if (request.kind() == Kind.PAGE && !isReadable(type)) {
      return new Skipped("not html", type);
    }
    return new Fetched(page(request, response));
  }

  private FetchOutcome redirect(Url from, String location) {
    // The scheme of a mapped origin is its own; a path is one at the address really asked.
    Url base = location.startsWith("//") ? from : settings.origins().toBase(from);
    return base.resolve(location)
        .<FetchOutcome>map(to -> new Redirected(settings.origins().toOrigin(to)))
        .orElseGet(() -> Failed.forGood("bad redirect", location));
  }

  private FetchedPage page(FetchRequest request, Response response) throws IOException {
    Kind kind = request.kind();
    boolean isCut = kind == Kind.ROBOTS;
    int most = request.session().maxBytes(kind);
    if (response.body().contentLength() > most && !isCut) {
      throw new BodyReader.TooLargeException(response.body().contentLength() + " bytes");
    }
    byte[] body =
        BodyReader.read(
            new MinimumRate(response.body().byteStream(), timeouts.slow(), System::nanoTime),
            header(response, "Content-Encoding"),
            most,
            isCut);
    return answer(request, response, body);
  }

  private FetchedPage answer(FetchRequest request, Response response, byte[] body) {
    return new FetchedPage(
        request.requested(),
        request.url(),
        clock.instant(),
        response.code(),
        headers(response.headers()),
        body,
        sent(response),
        null);
  }

  /** The request's headers as they went out, without what is a secret. */
  private static List<FetchedPage.Header> sent(Response response) {
    Response network = response.networkResponse();
    Headers headers = (network == null ? response : network).request().headers();
    return headers(headers).stream()
        .filter(header -> !SECRET.contains(header.name().toLowerCase(Locale.ROOT)))
        .filter(header -> !header.name().equalsIgnoreCase("Host"))
        .toList();
  }

  private static List<FetchedPage.Header> headers(Headers headers) {
    return IntStream.range(0, headers.size())
        .mapToObj(i -> new FetchedPage.Header(headers.name(i), headers.value(i)))
        .toList();
  }

  private @Nullable Duration retryAfter(Response response) {
    String value = header(response, "Retry-After");
    if (value.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Instant until = response.headers().getInstant("Retry-After");
    return until == null ? null : Duration.between(clock.instant(), until);
  }

  private static String header(Response response, String name) {
    String value = response.header(name);
    return value == null ? "" : value.strip();
  }

  private static String mediaType(Response response) {
    String type = header(response, "Content-Type");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** HTML, what may be HTML, feeds, and XML, which may be a feed or a sitemap. */
  private static boolean isReadable(String type) {
    return type.isEmpty()
        || type.equals("text/html")
        || type.equals("text/xml")
        || type.equals("application/xml")
        || type.equals("application/feed+json")
        || (type.endsWith("+xml") && !type.startsWith("image/"));
  }
}
