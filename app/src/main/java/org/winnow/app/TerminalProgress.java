// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.Progress;

/** How far long work has come: a bar on a terminal, one line per ten seconds elsewhere. */
public final class TerminalProgress implements Progress {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Terminal terminal;
  private final String task;
  private final long total;
  private final String unit;
  private final long unitSize;
  private final @Nullable ProgressBar bar;
  private long done;
  private long nextLine = System.nanoTime() + EVERY.toNanos();

  /**
   * @param task what is done, {@code extracting}
   * @param total how many steps there are, or -1 where that is not known
   */
  public TerminalProgress(Terminal terminal, String task, long total) {
    this(terminal, task, total, "", 1);
  }

  private TerminalProgress(Terminal terminal, String task, long total, String unit, long unitSize) {
    this.unit = unit;
    this.unitSize = unitSize;
    this.terminal = terminal;
    this.task = task;
    this.total = total;
    this.bar =
        terminal.isErrTerminal() && total != 1 ? bar(terminal, task, total, unit, unitSize) : null;
  }

  /**
   * Progress through something whose length is known in bytes; shown in MiB.
   *
   * @param bytes how many there are, or -1 where that is not known
   */
  static TerminalProgress ofBytes(Terminal terminal, String task, long bytes) {
    return new TerminalProgress(terminal, task, bytes, "MiB", 1 << 20);
  }

  /** So many steps are done. */
  void stepTo(long steps) {
    done = steps;
    if (bar != null) {
      bar.stepTo(steps);
    } else {
      sayNowAndThen();
    }
  }

  @Override
  public void step() {
    done++;
    if (bar != null) {
      bar.step();
    } else {
      sayNowAndThen();
    }
  }

  private void sayNowAndThen() {
    if (System.nanoTime() - nextLine >= 0) {
      String of = total < 0 ? "" : " of " + total / unitSize;
      terminal.say(task + ": " + done / unitSize + of + (unit.isEmpty() ? "" : " " + unit));
      nextLine += EVERY.toNanos();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static ProgressBar bar(
      Terminal terminal, String task, long total, String unit, long unitSize) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .setUnit(unit.isEmpty() ? "" : " " + unit, unitSize)
        .setStyle(
            terminal.isColoured()
                ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                : ProgressBarStyle.UNICODE_BLOCK)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns() - 1))
        .setUpdateIntervalMillis(200)
        .build();
  }
}
