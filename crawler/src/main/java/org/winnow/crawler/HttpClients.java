// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;

/**
 * The HTTP clients of a crawl, which share their connections: one that checks certificates and one
 * that does not. Both ask the guard about every address that they connect to. HTTP/2 where the
 * server has it. Safe for use by several threads.
 */
final class HttpClients {
  private final OkHttpClient strict;
  private @Nullable OkHttpClient insecure;

  HttpClients(CrawlSettings settings, OkHttpFetcher.Timeouts timeouts, Dns dns) {
    HttpProxy proxy = settings.proxy();
    List<Url> bases = new ArrayList<>(settings.origins().bases());
    if (proxy != null) {
      bases.add(Url.of("http://" + proxy.host() + ":" + proxy.port() + "/"));
    }
    PrivateAddressGuard guard = new PrivateAddressGuard(settings.allowedNetworks(), bases);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.read())
            .callTimeout(timeouts.call())
            .connectionPool(new ConnectionPool(settings.threads() * 2, 1, TimeUnit.MINUTES))
            .followRedirects(false)
            .followSslRedirects(false)
            .dns(dns)
            .proxy(Proxy.NO_PROXY)
            .addInterceptor(HttpClients::withOwnTimeout)
            .socketFactory(new GuardedSocketFactory(guard));
    if (proxy != null) {
      // The proxy itself may be connected to, but not asked for.
      PrivateAddressGuard targets = new PrivateAddressGuard(settings.allowedNetworks(), List.of());
      throughProxy(builder, proxy, settings.origins(), targets, dns);
    }
    this.strict = builder.build();
  }

  /** The client that checks certificates, or the one that does not. */
  synchronized OkHttpClient client(boolean isInsecure) {
    if (!isInsecure) {
      return strict;
    }
    if (insecure == null) {
      insecure = withoutChecks(strict);
    }
    return insecure;
  }

  /** Ends every call that is under way, and closes all connections. */
  void cancel() {
    strict.dispatcher().cancelAll();
    strict.connectionPool().evictAll();
  }

  /** A request that may take longer may also wait longer for the first byte. */
  private static Response withOwnTimeout(Interceptor.Chain chain) throws IOException {
    Duration own = chain.request().tag(Duration.class);
    return own == null
        ? chain.proceed(chain.request())
        : chain
            .withReadTimeout(
                (int) Math.min(own.toMillis(), Integer.MAX_VALUE), TimeUnit.MILLISECONDS)
            .proceed(chain.request());
  }

  private static void throughProxy(
      OkHttpClient.Builder builder,
      HttpProxy proxy,
      OriginMap origins,
      PrivateAddressGuard guard,
      Dns dns) {
    Set<String> direct = origins.bases().stream().map(Url::origin).collect(Collectors.toSet());
    builder
        .proxy(null)
        .proxySelector(
            new ProxySelector() {
              @Override
              public List<Proxy> select(URI uri) {
                boolean isDirect = direct.contains(Url.of(uri.toString()).origin());
                return List.of(
                    isDirect
                        ? Proxy.NO_PROXY
                        : new Proxy(
                            Proxy.Type.HTTP,
                            InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
              }

              @Override
              public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
            })
        .proxyAuthenticator(
            (route, response) ->
                proxy.user().isEmpty() || response.request().header("Proxy-Authorization") != null
                    ? null
                    : response
                        .request()
                        .newBuilder()
                        .header(
                            "Proxy-Authorization",
                            Credentials.basic(proxy.user(), proxy.password()))
                        .build())
        .addInterceptor(chain -> guarded(chain, guard, dns, direct));
  }

  /** Behind a proxy only the name can be judged, by what it leads to from here. */
  private static Response guarded(
      Interceptor.Chain chain, PrivateAddressGuard guard, Dns dns, Set<String> direct)
      throws IOException {
    String host = chain.request().url().host();
    int port = chain.request().url().port();
    if (!direct.contains(Url.of(chain.request().url().toString()).origin())
        && !guard.isAllowedName(dns, host, port)) {
      throw new GuardedSocketFactory.RefusedException(
          InetSocketAddress.createUnresolved(host, port));
    }
    return chain.proceed(chain.request());
  }

  private static OkHttpClient withoutChecks(OkHttpClient client) {
    TrustAnyone anyone = new TrustAnyone();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {anyone}, null);
      return client
          .newBuilder()
          .sslSocketFactory(context.getSocketFactory(), anyone)
          .hostnameVerifier((host, session) -> true)
          .connectionSpecs(
              List.of(
                  ConnectionSpec.MODERN_TLS,
                  ConnectionSpec.COMPATIBLE_TLS,
                  ConnectionSpec.CLEARTEXT))
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS cannot be set up", e);
    }
  }

  /** Checks nothing: only for hosts of rules that say {@code insecure}. */
  private static final class TrustAnyone extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
