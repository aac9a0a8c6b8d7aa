// SPDX-License-Identifier: Apache-2.0
package org.winnow.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.winnow.review.Routes.Navigation;

/**
 * What every page has around its own content; each template takes it as its parameter {@code frame}
 * and hands it to {@code layout.jte}.
 */
public final class Frame {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Texts texts;
  private final String path;
  private final String csrf;
  private final boolean isLoggedIn;
  private final List<Message> messages;
  private final List<Navigation> navigation;
  private final Assets assets;
  private final ZoneId zone;

  /**
   * A sentence about what was just done.
   *
   * @param isProblem whether it went wrong
   */
  public record Message(String text, boolean isProblem) {}

  Frame(
      Texts texts,
      String path,
      String csrf,
      boolean isLoggedIn,
      List<Message> messages,
      List<Navigation> navigation,
      Assets assets,
      ZoneId zone) {
    this.texts = texts;
    this.path = path;
    this.csrf = csrf;
    this.isLoggedIn = isLoggedIn;
    this.messages = messages;
    this.navigation = navigation;
    this.assets = assets;
    this.zone = zone;
  }

  /** A text of the interface: {@link Texts#text}. */
  public String text(String key, Object... values) {
    return texts.text(key, values);
  }

  /** {@code en} or {@code ar}. */
  public String language() {
    return texts.language();
  }

  /** {@code rtl} or {@code ltr}. */
  public String direction() {
    return texts.direction();
  }

  /** The other languages of the interface. */
  public List<String> otherLanguages() {
    return Texts.LANGUAGES.stream().filter(other -> !other.equals(language())).toList();
  }

  /** The path of this page, without its query. */
  public String path() {
    return path;
  }

  /**
   * The form token: {@code <input type="hidden" name="csrf" value="${frame.csrf()}">}. What htmx
   * sends has it already; other scripts send the header {@code X-Csrf-Token} with the content of
   * {@code <meta name="csrf">}.
   */
  public String csrf() {
    return csrf;
  }

  /** Whether there is a login to end. */
  public boolean isLoggedIn() {
    return isLoggedIn;
  }

  public List<Message> messages() {
    return messages;
  }

  public List<Navigation> navigation() {
    return navigation;
  }

  /** Whether that entry of the navigation leads to this page or one above it. */
  public boolean isHere(Navigation entry) {
    return path.equals(entry.path())
        || (!entry.path().equals("/") && path.startsWith(entry.path() + "/"));
  }

  /** The address of one of our style sheets or scripts: {@code documents.css}. */
  public String asset(String name) {
    return assets.own(name);
  }

  /** The address of a library's file: {@code codemirror}, {@code lib/codemirror.js}. */
  public String library(String library, String file) {
    return assets.library(library, file);
  }

  /** A point in time as people here read it, to the minute. */
  public String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /** A whole number with separators. */
  public String number(long number) {
    return texts.number(number);
  }
}
