// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathEvaluationResult.XPathResultType;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.DOMImplementation;

/** Checks the XPath expressions of rules: that they compile, and that no page makes them slow. */
final class XPaths {
  private static final int LONGEST = 500;

  /** Each one more takes as much more time as a page is deep. */
  private static final int MOST_DESCENTS = 3;

  /** Without state; making one takes longer than all the rest. */
  private static final DOMImplementation DOM = dom();

  private XPaths() {}

  /** What is wrong with the expression, or empty. */
  static Optional<String> problemWith(String xpath, boolean mustSelectNodes) {
    if (xpath.length() > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " characters");
    }
    Optional<String> slow = whySlow(xpath);
    if (slow.isPresent()) {
      return slow;
    }
    try {
      XPathExpression expression = factory().newXPath().compile(xpath);
      XPathEvaluationResult<?> tried =
          expression.evaluateExpression(DOM.createDocument(null, "html", null));
      return mustSelectNodes && tried.type() != XPathResultType.NODESET
          ? Optional.of("selects no elements, but gives a value")
          : Optional.empty();
    } catch (XPathExpressionException e) {
      return Optional.of("is not an XPath 1.0 expression: " + reason(e));
    } catch (RuntimeException e) {
      return Optional.of("is not an XPath 1.0 expression: " + e.getMessage());
    }
  }

  /** Whether a page could make it run for long, by what is looked at again for each element. */
  private static Optional<String> whySlow(String xpath) {
    int depth = 0;
    int descents = 0;
    for (int i = 0; i < xpath.length(); i++) {
      char c = xpath.charAt(i);
      if (c == '\'' || c == '"') {
        int end = xpath.indexOf(c, i + 1);
        i = end < 0 ? xpath.length() : end;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == '|') {
        descents = 0;
      } else if (depth > 0 && searchesPage(xpath, i)) {
        return Optional.of(
            "searches the whole page within a predicate, which takes too long on a large one");
      } else if (xpath.startsWith("//", i) && ++descents > MOST_DESCENTS) {
        return Optional.of("has // more than " + MOST_DESCENTS + " times, which takes too long");
      }
    }
    return Optional.empty();
  }

  /** Whether an absolute path or an axis over the page begins there. */
  private static boolean searchesPage(String xpath, int at) {
    if (xpath.startsWith("preceding::", at) || xpath.startsWith("following::", at)) {
      return true;
    }
    if (xpath.charAt(at) != '/') {
      return false;
    }
    String before = xpath.substring(0, at).stripTrailing();
    char last = before.isEmpty() ? '[' : before.charAt(before.length() - 1);
    return "[(=<>,!+|".indexOf(last) >= 0 || before.matches("(?s).*\\s(and|or|div|mod)");
  }

  private static String reason(XPathExpressionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(cause.getMessage());
    return message.replaceFirst("^[A-Za-z.]*Exception: ", "").strip();
  }

  private static XPathFactory factory() {
    try {
      XPathFactory factory = XPathFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory;
    } catch (XPathFactoryConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DOMImplementation dom() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
