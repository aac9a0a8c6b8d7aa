// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.winnow.pipeline.Failures;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes: results to {@code out}, messages and progress to {@code err}, both in
 * UTF-8 whatever the locale.
 *
 * @param in what is piped into the command
 * @param out results
 * @param err messages and progress
 * @param isOutTerminal whether a person reads {@code out}
 * @param isErrTerminal whether a person reads {@code err}
 * @param isColoured whether colours may be used where a person reads
 * @param columns the width of the person's window in columns
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean isOutTerminal,
    boolean isErrTerminal,
    boolean isColoured,
    int columns) {

  /** Set by the launcher, which can ask the system: {@code out}, {@code err}, both or neither. */
  private static final String TERMINALS = "winnow.terminals";

  /** The streams of this process. Colours are off where {@code NO_COLOR} is set. */
  public static Terminal ofProcess() {
    String terminals = System.getProperty(TERMINALS, "");
    String noColour = System.getenv("NO_COLOR");
    return new Terminal(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        terminals.contains("out"),
        terminals.contains("err"),
        noColour == null || noColour.isEmpty(),
        Math.max(40, Integer.getInteger("winnow.columns", 80)));
  }

  /** Whether results are coloured. */
  public Ansi ansi() {
    return isOutTerminal && isColoured ? Ansi.ON : Ansi.OFF;
  }

  /** Whether messages are coloured. */
  public Ansi errAnsi() {
    return isErrTerminal && isColoured ? Ansi.ON : Ansi.OFF;
  }

  /**
   * A result's line in that style of picocli's ({@code bold}, {@code red}; empty for none), where
   * it is seen.
   */
  void print(String style, String line) {
    out.println(styled(style, printable(line)));
  }

  /**
   * A text from a page on a line of its own: where a person reads it in a directional isolate, so
   * that right-to-left text never runs into what stands before it.
   */
  void print(String style, String before, String text) {
    String clean = printable(text);
    out.println(styled(style, before + (isOutTerminal ? '\u2068' + clean + '\u2069' : clean)));
  }

  private String styled(String style, String line) {
    if (style.isEmpty() || !ansi().enabled()) {
      return line;
    }
    Ansi.IStyle[] styles = Ansi.Style.parse(style);
    return Ansi.Style.on(styles) + line + Ansi.Style.off(styles);
  }

  /** One line for the user beside the results. */
  public void say(String line) {
    err.println(printable(line));
  }

  /**
   * The text with everything taken out that could steer a terminal: control characters other than
   * line feeds, and bidirectional controls. Pages are hostile and their text lands here.
   */
  public static String printable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean steers =
          (Character.isISOControl(c) && c != '\n')
              || (c >= '\u202A' && c <= '\u202E')
              || (c >= '\u2066' && c <= '\u2069');
      clean.append(steers ? '\uFFFD' : c);
    }
    return clean.toString();
  }

  /** Names every failure on stderr and gives the exit code: 0 if there was none, else 1. */
  public int report(Failures failures, String ofWhat) {
    if (failures.count() == 0) {
      return ExitCode.OK;
    }
    say(failures.count() + " " + ofWhat + ":");
    failures.lines().forEach(line -> say("  " + line));
    return ExitCode.SOFTWARE;
  }
}
