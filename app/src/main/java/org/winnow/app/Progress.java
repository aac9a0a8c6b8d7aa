// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far long work has come: a bar on a terminal, one line per ten seconds elsewhere. */
public final class Progress implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final Terminal terminal;
  private final String task;
  private final long total;
  private final @Nullable ProgressBar bar;
  private long done;
  private long nextLine = System.nanoTime() + EVERY.toNanos();

  /**
   * @param task what is done, {@code extracting}
   * @param total how many steps there are, or -1 where that is not known
   */
  public Progress(Terminal terminal, String task, long total) {
    this.terminal = terminal;
    this.task = task;
    this.total = total;
    this.bar = terminal.isErrTerminal() && total != 1 ? bar(terminal, task, total) : null;
  }

  /** One step is done. */
  public void step() {
    done++;
    if (bar != null) {
      bar.step();
    } else if (System.nanoTime() - nextLine >= 0) {
      terminal.say(task + ": " + done + (total < 0 ? "" : " of " + total));
      nextLine += EVERY.toNanos();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private static ProgressBar bar(Terminal terminal, String task, long total) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .setStyle(
            terminal.isColoured()
                ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                : ProgressBarStyle.UNICODE_BLOCK)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns() - 1))
        .setUpdateIntervalMillis(200)
        .build();
  }
}
