// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathEvaluationResult.XPathResultType;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.Document;

/** Checks the XPath expressions of rules: that they compile, and that no page makes them slow. */
final class XPaths {
  private static final int LONGEST = 500;

  /**
   * Within a predicate these walk over the whole page for each of its elements: {@code //p[//h1]},
   * {@code //p[preceding::h1]}.
   */
  private static final Pattern WHOLE_PAGE =
      Pattern.compile("\\[[^\\]]*((?<![\\w.*\\])])//|preceding::|following::)");

  private XPaths() {}

  /** What is wrong with the expression, or empty. */
  static Optional<String> problemWith(String xpath, boolean mustSelectNodes) {
    if (xpath.length() > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " characters");
    }
    if (WHOLE_PAGE.matcher(xpath).find()) {
      return Optional.of(
          "searches the whole page within a predicate, which takes too long on a large one");
    }
    try {
      XPathExpression expression = factory().newXPath().compile(xpath);
      XPathEvaluationResult<?> tried = expression.evaluateExpression(emptyPage());
      return mustSelectNodes && tried.type() != XPathResultType.NODESET
          ? Optional.of("selects no elements, but gives a value")
          : Optional.empty();
    } catch (XPathExpressionException e) {
      return Optional.of("is not an XPath 1.0 expression: " + reason(e));
    } catch (RuntimeException e) {
      return Optional.of("is not an XPath 1.0 expression: " + e.getMessage());
    }
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

  private static Document emptyPage() {
    try {
      Document page =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
      page.appendChild(page.createElement("html"));
      return page;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
