// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/** What a block is taken for. Only content reaches the text file. */
public enum Label {
  HEADLINE(true),
  KICKER(true),
  CONTENT(true),
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
