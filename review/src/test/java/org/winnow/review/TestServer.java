// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A started server and a browser without a screen: cookies, no redirects. */
public final class TestServer implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");

  private final ReviewServer server;
  private final Secrets secrets;
  private final List<Cookie> cookies = new ArrayList<>();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .followRedirects(false)
          .callTimeout(Duration.ofSeconds(20))
          .cookieJar(
              new CookieJar() {
                @Override
                public void saveFromResponse(HttpUrl url, List<Cookie> received) {
                  received.forEach(
                      cookie -> {
                        cookies.removeIf(old -> old.name().equals(cookie.name()));
                        cookies.add(cookie);
                      });
                }

                @Override
                public List<Cookie> loadForRequest(HttpUrl url) {
                  return List.copyOf(cookies);
                }
              })
          .build();

  private TestServer(ReviewServer server, Secrets secrets) {
    this.server = server;
    this.secrets = secrets;
  }

  public static TestServer start(Path folder, Pages... pages) throws IOException {
    return start(folder, null, Clock.systemUTC(), pages);
  }

  static TestServer start(Path folder, @Nullable Password password, Clock clock, Pages... pages)
      throws IOException {
    Secrets secrets = Secrets.of(folder);
    ServerSettings settings =
        new ServerSettings("127.0.0.1", 0, Set.of("winnow.example"), password, secrets, clock);
    return new TestServer(ReviewServer.start(settings, List.of(pages)), secrets);
  }

  /** What one request was answered with. */
  public record Answer(int status, String body, okhttp3.Headers headers) {
    public String header(String name) {
      return headers.get(name);
    }
  }

  public ReviewServer server() {
    return server;
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  public String apiToken() {
    return secrets.apiToken();
  }

  public List<Cookie> cookies() {
    return cookies;
  }

  /** A request as a browser's navigation. */
  public Request.Builder request(String path) {
    return new Request.Builder().url(url(path)).header("Accept", "text/html");
  }

  public Answer get(String path) throws IOException {
    return send(request(path).build());
  }

  /** Posts a form of a page, with its token: name, value, name, value… */
  public Answer post(String path, String... fields) throws IOException {
    FormBody.Builder form = new FormBody.Builder().add("csrf", csrf());
    for (int i = 0; i < fields.length; i += 2) {
      form.add(fields[i], fields[i + 1]);
    }
    return send(request(path).header("Origin", url("")).post(form.build()).build());
  }

  public Answer send(Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string(), response.headers());
    }
  }

  /** The token of the page that this browser would see. */
  public String csrf() throws IOException {
    String page = get("/nowhere").body();
    if (cookies.isEmpty()) {
      get("/login");
      page = get("/nowhere").body();
    }
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new AssertionError("no token in " + page);
    }
    return token.group(1);
  }

  public OkHttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
    server.close();
  }
}
