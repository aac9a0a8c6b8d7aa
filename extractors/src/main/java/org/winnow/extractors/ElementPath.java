// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.jsoup.nodes.Element;

/** The written form of where an element stands: {@code body>div#main>article.post>p}. */
final class ElementPath {
  /** Longer paths lose their middle, so that a page of nothing but nesting stays small. */
  static final int LONGEST = 600;

  /** What stands for the elements that a path has lost. */
  static final String SHORTENED = "body>…";

  private static final int LONGEST_NAME = 60;

  private ElementPath() {}

  /** The last step of a path: tag, id and classes. */
  static String step(Element element) {
    StringBuilder step = new StringBuilder();
    appendStep(element, step);
    return step.toString();
  }

  /** Adds the last step of the element's path. */
  static void appendStep(Element element, StringBuilder path) {
    int start = path.length();
    path.append(element.normalName());
    if (element.attributesSize() == 0) {
      return;
    }
    String id = element.attributes().get("id");
    if (!id.isBlank()) {
      path.append('#').append(shortened(id.strip()));
    }
    String classes = element.attributes().get("class");
    boolean isStart = true;
    for (int i = 0; i < classes.length() && path.length() - start < LONGEST_NAME; i++) {
      char c = classes.charAt(i);
      if (c <= ' ') {
        isStart = true;
      } else {
        if (isStart) {
          path.append('.');
          isStart = false;
        }
        path.append(c);
      }
    }
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
