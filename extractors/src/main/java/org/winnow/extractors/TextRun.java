// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The run of text that is being read: collapses white space, counts what stands in links and in
 * bold, and decides at line breaks whether the text goes on. Calls back whenever a block is
 * complete.
 */
final class TextRun {
  /** A line that was wrapped by hand is longer than this. */
  private static final int SHORTEST_WRAPPED = 30;

  private final Runnable blockEnd;
  private char[] run = new char[512];
  private char[] piece = new char[512];
  private int length;
  private int[] closed = new int[16];
  private int closedCount;
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
    return length == 0;
  }

  /** The characters of the block so far, {@link #length} of them. */
  char[] chars() {
    return run;
  }

  int length() {
    return length;
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

  /** Tells the numbers of the inline elements that ended behind the block's last word. */
  void forEachClosed(IntConsumer action) {
    for (int i = 0; i < closedCount; i++) {
      action.accept(closed[i]);
    }
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
    if (!isEmpty()) {
      if (closedCount == closed.length) {
        closed = Arrays.copyOf(closed, closedCount * 2);
      }
      closed[closedCount++] = element;
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
    if (!isEmpty()) {
      blockEnd.run();
      length = 0;
      linkChars = 0;
      emphasisChars = 0;
    }
    closedCount = 0;
    startLine();
  }

  /** Goes on with that text, as the page has it. */
  void append(String text) {
    int size = text.length();
    if (size > piece.length) {
      piece = new char[size * 2];
    }
    text.getChars(0, size, piece, 0);
    reserve(size);
    int i = 0;
    while (i < size) {
      char c = piece[i];
      if (Characters.isSpace(c)) {
        space();
        i++;
      } else if (!Characters.isText(c)) {
        i++;
      } else {
        int start = i;
        beginWord(c);
        while (++i < size && Characters.isInWord(piece[i])) {}
        System.arraycopy(piece, start, run, length, i - start);
        count(i - start, links > 0, emphases > 0);
      }
    }
  }

  /** Makes room for a piece of that size, and a space before it; those within it are its own. */
  private void reserve(int size) {
    int needed = length + size + 2;
    if (needed > run.length) {
      run = Arrays.copyOf(run, needed * 2);
    }
  }

  private void beginWord(char first) {
    if (isEmpty()) {
      startLine();
      isSpaced = hasSpace;
      number += breaks > 0 ? 1 : 0;
      startsLine = breaks == 1 && startsLine;
      breaks = 0;
    } else if (breaks > 0) {
      breakLine(first);
    } else if (hasSpace) {
      putSpace(isSpaceLinked, isSpaceMarked);
    }
    hasSpace = false;
    closedCount = 0;
  }

  private void space() {
    if (!hasSpace) {
      hasSpace = true;
      isSpaceLinked = links > 0;
      isSpaceMarked = emphases > 0;
    }
  }

  private void putSpace(boolean isLinked, boolean isMarked) {
    run[length] = ' ';
    count(1, isLinked, isMarked);
  }

  private void count(int size, boolean isLinked, boolean isMarked) {
    length += size;
    if (isLinked) {
      linkChars += size;
      lineLinks += size;
    }
    if (isMarked) {
      emphasisChars += size;
      lineEmphasis += size;
    }
  }

  private void breakLine(char next) {
    if (breaks > 1 || !goesOn(next)) {
      boolean isSingle = breaks == 1;
      end();
      startsLine = isSingle;
    } else {
      putSpace(false, false);
    }
    breaks = 0;
    startLine();
  }

  private void startLine() {
    lineStart = length;
    lineEmphasis = 0;
    lineLinks = 0;
  }

  /**
   * Whether the text behind a single line break goes on in the same sentence: the line before ends
   * like none, is long, and looks like what follows, which begins with a small letter.
   */
  private boolean goesOn(char next) {
    int size = length - lineStart;
    boolean wasMarked = lineEmphasis > size * 0.9;
    boolean wasLink = lineLinks > size * 0.9;
    return Character.isLowerCase(next)
        && size >= SHORTEST_WRAPPED
        && wasMarked == (emphases > 0)
        && wasLink == (links > 0)
        && !Characters.endsLikeSentence(CharBuffer.wrap(run, 0, length))
        && run[length - 1] != ':';
  }
}
