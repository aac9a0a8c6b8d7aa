// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/** What a block is taken for. Only content reaches the text file. */
public enum Label {
  HEADLINE(true),
  KICKER(true),
  CONTENT(true),
  /** A reader's words about the article. */
  COMMENT(false),
  /** What stands with a picture, and who took it. */
  CAPTION(false),
  /** What leads to other articles. */
  RELATED(false),
  /** Who wrote the article, and when. */
  BYLINE(false),
  BOILERPLATE(false);

  private final boolean content;

  Label(boolean content) {
    this.content = content;
  }

  /** Whether blocks of this label stand in the text. */
  public boolean isContent() {
    return content;
  }
}
