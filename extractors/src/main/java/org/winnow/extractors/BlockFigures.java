// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;

/** What is counted about each block, in parallel arrays. */
final class BlockFigures {
  private int[] owners = new int[128];
  private int[] weights = new int[128];
  private int[] clauses = new int[128];
  private int[] sentences = new int[128];
  private int[] letters = new int[128];
  private int[] emphasis = new int[128];
  private int[] around = new int[128];
  private int[] aroundByTag = new int[128];
  private boolean[] lines = new boolean[128];
  private int[] runs = new int[128];
  private boolean[] spaced = new boolean[128];
  private int[] digits = new int[128];
  private int[] capitals = new int[128];
  private int[] signs = new int[128];
  private long[] hashes = new long[128];
  private int size;

  void add(int owner, String text, TextRun run) {
    if (size == owners.length) {
      int wider = size * 2;
      owners = Arrays.copyOf(owners, wider);
      weights = Arrays.copyOf(weights, wider);
      clauses = Arrays.copyOf(clauses, wider);
      sentences = Arrays.copyOf(sentences, wider);
      letters = Arrays.copyOf(letters, wider);
      emphasis = Arrays.copyOf(emphasis, wider);
      around = Arrays.copyOf(around, wider);
      aroundByTag = Arrays.copyOf(aroundByTag, wider);
      lines = Arrays.copyOf(lines, wider);
      runs = Arrays.copyOf(runs, wider);
      spaced = Arrays.copyOf(spaced, wider);
      digits = Arrays.copyOf(digits, wider);
      capitals = Arrays.copyOf(capitals, wider);
      signs = Arrays.copyOf(signs, wider);
      hashes = Arrays.copyOf(hashes, wider);
    }
    owners[size] = owner;
    emphasis[size] = Math.min(run.emphasisChars(), text.length());
    lines[size] = run.startsLine();
    runs[size] = run.number();
    spaced[size] = run.isSpaced();
    count(text);
    size++;
  }

  /** The hash of that text, as {@link #hash} has it. */
  static long hashOf(String text) {
    BlockFigures one = new BlockFigures();
    one.count(text);
    return one.hashes[0];
  }

  private void count(String text) {
    int weight = text.length();
    int commas = 0;
    int stops = 0;
    int words = 0;
    int numbers = 0;
    int capital = 0;
    int others = 0;
    long hash = 7;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        words++;
        hash = hash * 31 + c;
      } else if (c >= 'A' && c <= 'Z') {
        words++;
        capital++;
        hash = hash * 31 + c + 32;
      } else if (Characters.isIdeograph(c)) {
        weight += 2;
        words++;
        hash = hash * 31 + c;
      } else if (Characters.partsClauses(c)) {
        commas++;
      } else if (Characters.endsSentence(c)) {
        stops += isStop(text, i, c) ? 1 : 0;
      } else if (Character.isLetter(c)) {
        words++;
        capital += Character.isUpperCase(c) ? 1 : 0;
        hash = hash * 31 + Character.toLowerCase(c);
      } else if (Character.isDigit(c)) {
        numbers++;
      } else if (c != ' ') {
        others++;
      }
    }
    weights[size] = weight;
    clauses[size] = commas;
    sentences[size] = stops;
    letters[size] = words;
    digits[size] = numbers;
    capitals[size] = capital;
    signs[size] = others;
    hashes[size] = hash;
  }

  /** Neither a point within a number or a name, nor an ellipsis: teasers end in those. */
  private static boolean isStop(String text, int i, char c) {
    if (c != '.') {
      return c != '…';
    }
    boolean isFollowed =
        i + 1 < text.length()
            && text.charAt(i + 1) != ' '
            && !Characters.closes(text.charAt(i + 1));
    return !isFollowed && (i == 0 || text.charAt(i - 1) != '.');
  }

  void around(int block, int cues, int tagCues) {
    around[block] |= cues;
    aroundByTag[block] |= tagCues;
  }

  /** The number of the innermost block-level element around the block. */
  int owner(int block) {
    return owners[block];
  }

  /**
   * The block's length, comparable between scripts: a character, or three for an ideograph, a kana
   * or a syllable of Hangul (an English word takes about six characters, a Chinese one two).
   */
  int weight(int block) {
    return weights[block];
  }

  /** How many commas and semicolons it has. */
  int clauses(int block) {
    return clauses[block];
  }

  /** How many sentences end in it. */
  int sentences(int block) {
    return sentences[block];
  }

  /** How many letters it has. */
  int letters(int block) {
    return letters[block];
  }

  /** How many digits it has. */
  int digits(int block) {
    return digits[block];
  }

  /** How many capital letters it has. */
  int capitals(int block) {
    return capitals[block];
  }

  /** How many of its characters are neither letters, digits, spaces, nor ends of clauses. */
  int signs(int block) {
    return signs[block];
  }

  /** A hash of its letters in lower case: of texts that differ in digits and signs only, equal. */
  long hash(int block) {
    return hashes[block];
  }

  /** How many of its characters are bold or italic. */
  int emphasis(int block) {
    return emphasis[block];
  }

  /** Whether only a single line break parts it from the block before. */
  boolean isLine(int block) {
    return lines[block];
  }

  /** Whether both blocks are parts of one run of text that only a removal may part. */
  boolean continues(int block, int before) {
    return runs[block] == runs[before];
  }

  /** Whether white space stands directly before the block. */
  boolean isSpaced(int block) {
    return spaced[block];
  }

  /** The bits of {@link Cues} of all elements around it. */
  int around(int block) {
    return around[block];
  }

  /** Those of them that tags and roles give, names of classes and ids aside. */
  int aroundByTag(int block) {
    return aroundByTag[block];
  }

  boolean has(int block, int cues) {
    return (around[block] & cues) != 0;
  }
}
