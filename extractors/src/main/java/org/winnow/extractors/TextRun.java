// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;

/**
 * The run of text that is being read: collapses white space, counts what stands in links and in
 * bold, and decides at line breaks whether the text goes on. Calls back whenever a block is
 * complete.
 */
final class TextRun {
  /** A line that was wrapped by hand is longer than this. */
  private static final int SHORTEST_WRAPPED = 30;

  private final Runnable blockEnd;
  private final StringBuilder run = new StringBuilder();
  private final List<Integer> closed = new ArrayList<>();
  private int links;
  private int emphases;
  private boolean hasSpace;
  private boolean isSpaceLinked;
  private boolean isSpaceMarked;
  private int breaks;
  private boolean startsLine;
  private boolean isSpaced;
  private int number;
  private int linkChars;
  private int emphasisChars;
  private int lineStart;
  private int lineEmphasis;
  private int lineLinks;

  /** A run that calls {@code blockEnd} while the complete block can still be asked for. */
  TextRun(Runnable blockEnd) {
    this.blockEnd = blockEnd;
  }

  boolean isEmpty() {
    return run.isEmpty();
  }

  /** The block's text so far. */
  String text() {
    return run.toString();
  }

  int linkChars() {
    return linkChars;
  }

  int emphasisChars() {
    return emphasisChars;
  }

  /** Whether only a single line break parts the block from the one before. */
  boolean startsLine() {
    return startsLine;
  }

  /** Whether white space stands directly before the block. */
  boolean isSpaced() {
    return isSpaced;
  }

  /** Counts runs; blocks of one number are parts of one run. */
  int number() {
    return number;
  }

  /** The numbers of the inline elements that ended behind the block's last word. */
  List<Integer> closed() {
    return closed;
  }

  void link(int step) {
    links += step;
  }

  void emphasise(int step) {
    emphases += step;
  }

  void lineBreak() {
    breaks++;
  }

  /** An inline element ends here; it covers the block only if no word follows it in there. */
  void close(int element) {
    if (!run.isEmpty()) {
      closed.add(element);
    }
  }

  /** Ends the run, and its block if there is one. */
  void end() {
    part();
    number++;
    startsLine = false;
    hasSpace = false;
    breaks = 0;
  }

  /** Ends the block, but not the run: what follows is joined to it if both are content. */
  void part() {
    if (!run.isEmpty()) {
      blockEnd.run();
      run.setLength(0);
      linkChars = 0;
      emphasisChars = 0;
    }
    closed.clear();
    startLine();
  }

  /** Goes on with that text, as the page has it. */
  void append(String text) {
    int length = text.length();
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      if (Characters.isSpace(c)) {
        space();
        i++;
      } else if (!Characters.isText(c)) {
        i++;
      } else {
        int end = i + 1;
        while (end < length && Characters.isInWord(text.charAt(end))) {
          end++;
        }
        beginWord(c);
        put(text, i, end, links > 0, emphases > 0);
        i = end;
      }
    }
  }

  private void beginWord(char first) {
    if (run.isEmpty()) {
      startLine();
      isSpaced = hasSpace;
      number += breaks > 0 ? 1 : 0;
      startsLine = breaks == 1 && startsLine;
      breaks = 0;
    } else if (breaks > 0) {
      breakLine(first);
    } else if (hasSpace) {
      put(" ", 0, 1, isSpaceLinked, isSpaceMarked);
    }
    hasSpace = false;
    closed.clear();
  }

  private void space() {
    if (!hasSpace) {
      hasSpace = true;
      isSpaceLinked = links > 0;
      isSpaceMarked = emphases > 0;
    }
  }

  private void put(String text, int start, int end, boolean isLinked, boolean isMarked) {
    run.append(text, start, end);
    if (isLinked) {
      linkChars += end - start;
      lineLinks += end - start;
    }
    if (isMarked) {
      emphasisChars += end - start;
      lineEmphasis += end - start;
    }
  }

  private void breakLine(char next) {
    if (breaks > 1 || !goesOn(next)) {
      boolean isSingle = breaks == 1;
      end();
      startsLine = isSingle;
    } else {
      put(" ", 0, 1, false, false);
    }
    breaks = 0;
    startLine();
  }

  private void startLine() {
    lineStart = run.length();
    lineEmphasis = 0;
    lineLinks = 0;
  }

  /**
   * Whether the text behind a single line break goes on in the same sentence: the line before ends
   * like none, is long, and looks like what follows, which begins with a small letter.
   */
  private boolean goesOn(char next) {
    int length = run.length() - lineStart;
    boolean wasMarked = lineEmphasis > length * 0.9;
    boolean wasLink = lineLinks > length * 0.9;
    return Character.isLowerCase(next)
        && length >= SHORTEST_WRAPPED
        && wasMarked == (emphases > 0)
        && wasLink == (links > 0)
        && !Characters.endsLikeSentence(run)
        && run.charAt(run.length() - 1) != ':';
  }
}
