// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.jsoup.nodes.Element;

/** The written form of where an element stands: {@code body>div#main>article.post>p}. */
final class ElementPath {
  /** Longer paths lose their middle, so that a page of nothing but nesting stays small. */
  private static final int LONGEST = 600;

  private static final int LONGEST_NAME = 60;

  private ElementPath() {}

  /** The path of an element of that step below one of that path; empty stands for the root. */
  static String child(String parent, String step) {
    if (parent.isEmpty()) {
      return step;
    }
    return (parent.length() > LONGEST ? "body>…" : parent) + '>' + step;
  }

  /** The last step of a path: tag, id and classes. */
  static String step(Element element) {
    if (element.attributesSize() == 0) {
      return element.normalName();
    }
    StringBuilder step = new StringBuilder(element.normalName());
    String id = element.attributes().get("id");
    if (!id.isBlank()) {
      step.append('#').append(shortened(id.strip()));
    }
    String classes = element.attributes().get("class");
    boolean isStart = true;
    for (int i = 0; i < classes.length() && step.length() < LONGEST_NAME; i++) {
      char c = classes.charAt(i);
      if (c <= ' ') {
        isStart = true;
      } else {
        if (isStart) {
          step.append('.');
          isStart = false;
        }
        step.append(c);
      }
    }
    return step.toString();
  }

  /** Tag and first class without digits: equal for elements that play the same part; or empty. */
  static String kind(Element element) {
    String classes = element.attributesSize() == 0 ? "" : element.attributes().get("class").strip();
    if (classes.isEmpty()) {
      return "";
    }
    StringBuilder kind = new StringBuilder(element.normalName()).append('.');
    for (int i = 0; i < classes.length() && classes.charAt(i) > ' '; i++) {
      if (!Character.isDigit(classes.charAt(i))) {
        kind.append(classes.charAt(i));
      }
    }
    return kind.toString();
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
