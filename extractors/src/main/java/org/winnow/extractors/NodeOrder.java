// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Steps through a parsed page in document order, without recursion. The page is not changed. */
final class NodeOrder {
  private NodeOrder() {}

  /** The node behind this one in document order: its first child, or what follows it; or null. */
  static @Nullable Node next(Node node) {
    return node.childNodeSize() > 0 ? node.childNode(0) : after(node);
  }

  /** The node behind this one and everything in it; null at the end of the document. */
  static @Nullable Node after(Node node) {
    for (Node at = node; at != null; at = at.parentNode()) {
      Node next = at.nextSibling();
      if (next != null) {
        return next;
      }
    }
    return null;
  }
}
