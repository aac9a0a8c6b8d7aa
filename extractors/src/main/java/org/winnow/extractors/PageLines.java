// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of a whole page, line by line: parted by block-level elements and line breaks. */
final class PageLines implements NodeVisitor {
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private PageLines() {}

  static List<String> of(Document document) {
    PageLines lines = new PageLines();
    NodeTraversor.traverse(lines, document.body());
    lines.end();
    return lines.lines;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      line.append(text.getWholeText());
    } else if (parts(node)) {
      end();
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (parts(node)) {
      end();
    }
  }

  private static boolean parts(Node node) {
    return node instanceof Element element
        && (element.isBlock() || element.normalName().equals("br"));
  }

  private void end() {
    String clean = CleanText.of(line.toString());
    line.setLength(0);
    if (!clean.isEmpty()) {
      lines.add(clean);
    }
  }
}
