// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as the features see it. Exactly one of {@link #show}, {@link
 * #redirect}, {@link #json} or a result of {@link #context} answers it. One thread at a time.
 */
public final class Visit {
  private final Context context;
  private final ReviewServer server;
  private final String session;
  private final Texts texts;

  Visit(Context context, ReviewServer server, String session, Texts texts) {
    this.context = context;
    this.server = server;
    this.session = session;
    this.texts = texts;
  }

  /** The request and the answer themselves, for what has no method here. */
  public Context context() {
    return context;
  }

  /** The path that was asked for, without its query. */
  public String path() {
    return context.path();
  }

  /** A parameter of the route: {@code {id}}. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /**
   * The same as a number.
   *
   * @throws Refusal if it is none: there is no such page
   */
  public long number(String name) {
    try {
      return Long.parseLong(path(name));
    } catch (NumberFormatException notANumber) {
      throw Refusal.notFound();
    }
  }

  /** A parameter of the query, if it is there and not blank. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
  }

  /** A field of the form; empty if it is not there. */
  public String form(String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  /** Whether htmx asks for a part of a page, and not a person for a page. */
  public boolean isPart() {
    return "true".equals(context.header("HX-Request"))
        && !"true".equals(context.header("HX-Boosted"))
        && !"true".equals(context.header("HX-History-Restore-Request"));
  }

  /** The texts in the language of this visit. */
  public Texts texts() {
    return texts;
  }

  /** The same frame that {@link #show} hands to the template. */
  public Frame frame() {
    return server.frame(this);
  }

  /**
   * Answers with a page or a part of one.
   *
   * @param template in {@code src/main/jte}, without its ending: {@code documents/list}
   * @param values its parameters; {@code frame} is added
   */
  public void show(String template, Map<String, ?> values) {
    context.html(render(template, values));
  }

  /** The same as text, for a stream of events. */
  public String render(String template, Map<String, ?> values) {
    Map<String, @Nullable Object> all = new HashMap<>(values);
    all.put("frame", frame());
    StringOutput html = new StringOutput(8192);
    server.templates().render(template + ".jte", all, html);
    return html.toString();
  }

  /** Sends the browser to another page of ours, after a form was taken. */
  public void redirect(String path) {
    if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
      throw new IllegalArgumentException(path);
    }
    if (isPart()) {
      context.header("HX-Redirect", path);
      context.status(HttpStatus.NO_CONTENT);
    } else {
      context.redirect(path, HttpStatus.SEE_OTHER);
    }
  }

  /** Says on the next page that this browser opens what was done. */
  public void tell(String key, Object... values) {
    server.messages().add(session, new Frame.Message(texts.text(key, values), false));
  }

  /** Says on the next page that this browser opens what went wrong. */
  public void warn(String key, Object... values) {
    server.messages().add(session, new Frame.Message(texts.text(key, values), true));
  }

  /** Answers with that JSON. */
  public void json(String json) {
    context.contentType("application/json; charset=utf-8").result(json);
  }

  String session() {
    return session;
  }

  ReviewServer server() {
    return server;
  }
}
