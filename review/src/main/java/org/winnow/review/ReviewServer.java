// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.SameSite;
import io.javalin.util.JavalinBindException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.winnow.pipeline.UserError;
import org.winnow.review.Route.Access;
import org.winnow.review.Routes.Answered;

/**
 * The web application on a port of this machine. Every request passes the guard before a feature
 * sees it. Safe for use by several threads.
 */
public final class ReviewServer implements AutoCloseable {

  /** Names of this machine for itself. */
  private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

  /** A few people, each with a handful of connections. */
  private static final int THREADS = 24;

  private static final int IDLE_MILLIS = 30_000;
  private static final long LARGEST_FORM = 4L << 20;
  private static final int GRACE_MILLIS = 2_000;
  private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final ServerSettings settings;
  private final Routes routes = new Routes();
  private final Assets assets = new Assets();
  private final Messages messages = new Messages();
  private final Logins logins;
  private final Guard guard;
  private final Errors errors = new Errors();
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          ReviewServer.class.getClassLoader(),
          "org.winnow.review.templates");
  private final ExecutorService streams =
      new ThreadPoolExecutor(
          0, Events.MOST, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), ReviewServer::thread);
  private final Javalin javalin;

  private ReviewServer(ServerSettings settings, List<Pages> pages) {
    this.settings = settings;
    this.logins = new Logins(settings.password(), settings.clock());
    this.guard = new Guard(hosts(settings), settings.secrets(), logins);
    new FramePages(logins).addTo(routes);
    assets.addTo(routes);
    pages.forEach(page -> page.addTo(routes));
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * Starts it with these features.
   *
   * @throws UserError if the port is taken or the address cannot be listened on, or if others than
   *     this machine could reach it without a password
   */
  public static ReviewServer start(ServerSettings settings, List<Pages> pages) {
    if (settings.password() == null && !isOwnName(settings.address())) {
      throw new UserError(
          "--bind "
              + settings.address()
              + ": others could read and change everything; set a password with --password-file or"
              + " WINNOW_PASSWORD, or listen on 127.0.0.1 only");
    }
    ReviewServer server = new ReviewServer(settings, pages);
    try {
      server.javalin.start(settings.address(), settings.port());
      return server;
    } catch (JavalinBindException taken) {
      server.close();
      throw new UserError(
          "%s, port %d: already in use, or not to be listened on; take another: --port %d"
              .formatted(settings.address(), settings.port(), settings.port() + 1));
    }
  }

  /** Where it listens. */
  public int port() {
    return javalin.port();
  }

  /** The address to open in a browser. */
  public String url() {
    String host = settings.address();
    if (ANY_ADDRESS.contains(host)) {
      host = "127.0.0.1";
    }
    return "http://"
        + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host)
        + ":"
        + port()
        + "/";
  }

  /** Every address that it answers. */
  public List<Route> routes() {
    return routes.all();
  }

  /** Ends open streams and requests within a few seconds. */
  @Override
  public void close() {
    streams.shutdownNow();
    javalin.stop();
  }

  Frame frame(Visit visit) {
    return new Frame(
        visit.texts(),
        visit.path(),
        settings.secrets().formToken(visit.session()),
        logins.isNeeded() && logins.isIn(visit.session()),
        visit.isPart() ? List.of() : messages.take(visit.session()),
        logins.isIn(visit.session()) ? routes.navigation() : List.of(),
        assets,
        settings.clock().getZone());
  }

  TemplateEngine templates() {
    return templates;
  }

  Messages messages() {
    return messages;
  }

  ExecutorService streams() {
    return streams;
  }

  /** Gives the browser that session from now on. */
  void keepSession(Context context, String session) {
    Cookie cookie = new Cookie(cookieName(context), session);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    context.cookie(cookie);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = LARGEST_FORM;
    config.http.generateEtags = false;
    config.http.prefer405over404 = true;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4, IDLE_MILLIS);
    threads.setName("web");
    config.jetty.threadPool = threads;
    config.jetty.modifyServer(server -> server.setStopTimeout(GRACE_MILLIS));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(false);
        });
    config.jetty.addConnector(
        (server, http) -> {
          ServerConnector connector =
              new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
          connector.setHost(settings.address());
          connector.setPort(settings.port());
          connector.setIdleTimeout(IDLE_MILLIS);
          return connector;
        });
    config.routes.before(
        context -> {
          Guard.headers(context);
          guard.checkHost(context);
        });
    for (Answered answered : routes.answered()) {
      Route route = answered.route();
      config.routes.addHttpHandler(
          HandlerType.findOrCreate(route.method()),
          route.path(),
          context -> {
            Visit visit = visit(context, route.access() == Access.PAGE);
            guard.check(route, context, visit.session());
            answered.answer().to(visit);
          });
    }
    config.routes.exception(
        HttpResponseException.class,
        (failure, context) -> errors.answer(failure, visit(context, false)));
    config.routes.exception(
        Exception.class, (failure, context) -> errors.answer(failure, visit(context, false)));
  }

  Visit visit(Context context, boolean isPage) {
    String session = context.cookie(cookieName(context));
    if (session == null || !SESSION.matcher(session).matches()) {
      session = "";
      if (isPage || context.path().equals(FramePages.LOGIN)) {
        session = Secrets.random();
        keepSession(context, session);
      }
    }
    String language = context.cookie(FramePages.LANGUAGE_COOKIE);
    Texts texts =
        Texts.of(language == null ? Texts.preferred(context.header("Accept-Language")) : language);
    return new Visit(context, this, session, texts);
  }

  /** Cookies are shared by all ports of a host. */
  private static String cookieName(Context context) {
    return "winnow_" + context.req().getLocalPort();
  }

  private static Set<String> hosts(ServerSettings settings) {
    Set<String> hosts = new HashSet<>(OWN_NAMES);
    String address = settings.address().toLowerCase(Locale.ROOT);
    hosts.add(address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address);
    hosts.addAll(settings.hostNames());
    return hosts;
  }

  private static boolean isOwnName(String address) {
    return OWN_NAMES.contains(address) || address.equals("::1") || address.startsWith("127.");
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "stream");
    thread.setDaemon(true);
    return thread;
  }
}
