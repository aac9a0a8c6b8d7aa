// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import org.winnow.corpus.CommitQueue;

/** Tells on the terminal when nothing can be written, and when it can again. */
final class StorageNews implements CommitQueue.Watcher {
  private final Terminal terminal;

  StorageNews(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void paused(String why) {
    terminal.say("Paused, nothing can be written: " + why + ". Goes on by itself when it can.");
  }

  @Override
  public void resumed() {
    terminal.say("Goes on.");
  }

  @Override
  public void lost(String why) {
    terminal.say("A text file could not be written: " + why);
  }
}
