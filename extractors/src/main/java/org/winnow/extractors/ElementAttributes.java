// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * The attributes of one element that reading a page asks for; what it has none of is an empty
 * string. Most elements have one attribute or two, so it looks no further once it has all.
 */
final class ElementAttributes {
  private String className = "";
  private String id = "";
  private String role = "";
  private String itemProperty = "";
  private String itemType = "";
  private boolean isLink;
  private boolean hasItemProperty;
  private boolean hasRelation;
  private boolean isHidden;

  /** Reads those of that element. */
  void read(Element element) {
    className = "";
    id = "";
    role = "";
    itemProperty = "";
    itemType = "";
    isLink = false;
    hasItemProperty = false;
    hasRelation = false;
    isHidden = false;
    int left = element.attributesSize();
    if (left > 0) {
      read(element.attributes(), left);
    }
  }

  private void read(Attributes attributes, int size) {
    int left = size;
    className = attributes.get("class");
    left -= className.isEmpty() ? 0 : 1;
    if (left == 0) {
      return;
    }
    isLink = attributes.hasKey("href");
    left -= isLink ? 1 : 0;
    id = attributes.get("id");
    left -= id.isEmpty() ? 0 : 1;
    if (left == 0) {
      return;
    }
    hasRelation = attributes.hasKey("rel");
    String style = attributes.get("style");
    left -= (hasRelation ? 1 : 0) + (style.isEmpty() ? 0 : 1);
    isHidden = hides(style);
    if (left == 0) {
      return;
    }
    role = attributes.get("role");
    hasItemProperty = attributes.hasKey("itemprop");
    itemProperty = attributes.get("itemprop");
    itemType = attributes.get("itemtype");
    isHidden |=
        attributes.get("aria-hidden").equals("true")
            || (attributes.hasKey("hidden") && !attributes.get("hidden").equals("until-found"));
  }

  private static boolean hides(String style) {
    return !style.isEmpty()
        && (InlineStyle.has(style, "display", "none")
            || InlineStyle.has(style, "visibility", "hidden"));
  }

  String className() {
    return className;
  }

  String id() {
    return id;
  }

  String role() {
    return role;
  }

  String itemProperty() {
    return itemProperty;
  }

  String itemType() {
    return itemType;
  }

  /** Whether it has an address, as links have. */
  boolean isLink() {
    return isLink;
  }

  boolean hasItemProperty() {
    return hasItemProperty;
  }

  /** Whether it has a rel attribute. */
  boolean hasRelation() {
    return hasRelation;
  }

  /** Whether they hide the element. */
  boolean hide() {
    return isHidden;
  }
}
