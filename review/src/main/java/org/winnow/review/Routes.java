// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.winnow.review.Route.Access;

/**
 * Collects what the features of the web application answer. Paths have parameters as {@code
 * /documents/{id}}; {@code <rest>} matches slashes, too. Nothing is reachable but what stands here,
 * and everything that stands here is protected by the server: by Host, Origin, token and login.
 */
public final class Routes {
  private final List<Answered> answered = new ArrayList<>();
  private final List<Navigation> navigation = new ArrayList<>();

  /** What a feature does when it is asked. */
  @FunctionalInterface
  public interface Answer {
    void to(Visit visit) throws Exception;
  }

  /** What a feature sends while a page stays open; ends when it returns. */
  @FunctionalInterface
  public interface Stream {
    void to(Visit visit, Events events) throws Exception;
  }

  /**
   * An entry of the navigation.
   *
   * @param order the lowest comes first
   * @param key of its text
   */
  public record Navigation(int order, String path, String key) {}

  record Answered(Route route, Answer answer) {}

  /** A page or a part of one. Changes nothing. */
  public void get(String path, Answer answer) {
    add("GET", path, Access.PAGE, answer);
  }

  /** A form or button of a page. Refused without the form token: {@link Frame#csrf}. */
  public void post(String path, Answer answer) {
    add("POST", path, Access.PAGE, answer);
  }

  /**
   * A stream of events for a page ({@code new EventSource(path)}), in a thread of its own. At most
   * {@value Events#MOST} are open at a time; the next one is answered with 503.
   */
  public void stream(String path, Stream stream) {
    add("GET", path, Access.PAGE, visit -> Events.open(visit, stream));
  }

  /**
   * An address for programs, under {@code /api/}; answers JSON. Asked with {@code Authorization:
   * Bearer TOKEN}, or by a page of ours.
   */
  public void api(String method, String path, Answer answer) {
    if (!path.startsWith("/api/")) {
      throw new IllegalArgumentException(path);
    }
    add(method, path, Access.API, answer);
  }

  /** An entry of the navigation. */
  public void navigation(int order, String path, String key) {
    navigation.add(new Navigation(order, path, key));
    navigation.sort(Comparator.comparingInt(Navigation::order));
  }

  /** Every address that the server answers. */
  public List<Route> all() {
    return answered.stream().map(Answered::route).toList();
  }

  void open(String method, String path, Answer answer) {
    add(method, path, Access.OPEN, answer);
  }

  void program(String path, Answer answer) {
    add("GET", path, Access.API, answer);
  }

  List<Navigation> navigation() {
    return List.copyOf(navigation);
  }

  List<Answered> answered() {
    return List.copyOf(answered);
  }

  private void add(String method, String path, Access access, Answer answer) {
    answered.add(new Answered(new Route(method, path, access), answer));
  }
}
