// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/**
 * Evaluates XPath on one page. The page is converted when the first expression asks, once. Not for
 * use by several threads.
 */
final class XPathDom {
  /** More nodes than an article's page has; an expression may take quadratic time in them. */
  private static final int MOST_NODES = 20_000;

  /** Pages are some thirty elements deep; each {@code //} may take time in the depth. */
  private static final int DEEPEST = 100;

  private static final int MOST_HITS = 1_000;

  private final Document document;
  private org.w3c.dom.@Nullable Document dom;
  private @Nullable XPath xpath;

  /**
   * One node that an expression selected, or the one string that it gave.
   *
   * @param element the element, or null for an attribute, a text or a string
   */
  record Hit(String text, @Nullable Element element) {}

  XPathDom(Document document) {
    this.document = document;
  }

  /** What the expression finds, in page order; nothing on a page that is too large or deep. */
  List<Hit> find(String expression) {
    if (dom == null && !convert()) {
      return List.of();
    }
    try {
      XPathEvaluationResult<?> result =
          Objects.requireNonNull(xpath)
              .compile(expression)
              .evaluateExpression(Objects.requireNonNull(dom));
      return result.value() instanceof XPathNodes nodes
          ? hits(nodes)
          : List.of(new Hit(text(result.value()), null));
    } catch (XPathExpressionException e) {
      return List.of(); // it compiled when the rule was read, but the page gives it no value
    }
  }

  /** The elements that the expression selects. */
  List<Element> elements(String expression) {
    List<Element> elements = new ArrayList<>();
    for (Hit hit : find(expression)) {
      if (hit.element() != null) {
        elements.add(hit.element());
      }
    }
    return elements;
  }

  private static String text(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? String.valueOf(number.longValue())
        : String.valueOf(value);
  }

  private boolean convert() {
    if (!isSmall()) {
      return false;
    }
    try {
      XPathFactory factory = XPathFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      xpath = factory.newXPath();
    } catch (XPathFactoryConfigurationException e) {
      throw new IllegalStateException(e);
    }
    dom = new W3CDom().namespaceAware(false).fromJsoup(document);
    return true;
  }

  private boolean isSmall() {
    int nodes = 0;
    int depth = 0;
    org.jsoup.nodes.Node node = document;
    while (node != null) {
      if (++nodes > MOST_NODES || depth > DEEPEST) {
        return false;
      }
      if (node.childNodeSize() > 0) {
        node = node.childNode(0);
        depth++;
      } else {
        while (node != null && node.nextSibling() == null) {
          node = node.parent();
          depth--;
        }
        node = node == null ? null : node.nextSibling();
      }
    }
    return true;
  }

  private static List<Hit> hits(XPathNodes nodes) {
    List<Hit> hits = new ArrayList<>();
    for (Node node : nodes) {
      if (hits.size() == MOST_HITS) {
        break;
      }
      Object source = node.getUserData(W3CDom.SourceProperty);
      if (source instanceof Element element) {
        hits.add(new Hit(element.text(), element));
      } else {
        hits.add(new Hit(String.valueOf(node.getTextContent()), null));
      }
    }
    return hits;
  }
}
