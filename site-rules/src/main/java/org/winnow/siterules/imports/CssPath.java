// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A selector without commas: elements, each tied to the one before.
 *
 * @param links never empty; the last is what is selected
 */
record CssPath(List<Link> links) {

  /**
   * An element on the way.
   *
   * @param tie {@code " "}, {@code ">"}, {@code "~"} or {@code "+"}; of the first one it says
   *     nothing
   */
  record Link(String tie, CssCompound compound) {
    boolean isSibling() {
      return tie.equals("~") || tie.equals("+");
    }

    @Override
    public String toString() {
      return (tie.equals(" ") ? " " : " " + tie + " ") + compound;
    }
  }

  CssPath {
    links = List.copyOf(links);
  }

  static CssPath of(CssCompound compound) {
    return new CssPath(List.of(new Link(" ", compound)));
  }

  CssPath then(String tie, CssCompound compound) {
    List<Link> longer = new ArrayList<>(links);
    longer.add(new Link(tie, compound));
    return new CssPath(longer);
  }

  CssCompound last() {
    return links.get(links.size() - 1).compound();
  }

  CssPath withLast(CssCompound compound) {
    List<Link> same = new ArrayList<>(links.subList(0, links.size() - 1));
    same.add(new Link(links.get(links.size() - 1).tie(), compound));
    return new CssPath(same);
  }

  /** Those of its elements that the compound fits too, or empty if none can. */
  Optional<CssPath> and(CssCompound compound) {
    return last().and(compound).map(this::withLast);
  }

  /** The first {@code size} links. */
  CssPath head(int size) {
    return new CssPath(links.subList(0, size));
  }

  /** The links from {@code start}. */
  CssPath tail(int start) {
    return new CssPath(links.subList(start, links.size()));
  }

  int size() {
    return links.size();
  }

  Link link(int index) {
    return links.get(index);
  }

  /** Where the last row of siblings begins. */
  int lastRow() {
    return rowBefore(links.size());
  }

  /** Where the row of siblings that ends before {@code end} begins. */
  int rowBefore(int end) {
    int start = end - 1;
    while (start > 0 && links.get(start).isSibling()) {
      start--;
    }
    return start;
  }

  boolean looksUp() {
    return links.stream().anyMatch(link -> link.compound().looksUp());
  }

  @Override
  public String toString() {
    StringBuilder css = new StringBuilder(links.get(0).compound().toString());
    links.subList(1, links.size()).forEach(css::append);
    return css.toString();
  }
}
