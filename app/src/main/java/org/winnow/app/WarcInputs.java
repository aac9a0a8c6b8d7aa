// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.WarcPages;

/** The pages in WARC files, one after the other; one page is held at a time. */
final class WarcInputs implements Iterator<PageInput>, AutoCloseable {
  private final Iterator<Path> files;
  private final Failures failures;
  private @Nullable Path file;
  private @Nullable WarcPages pages;
  private Optional<FetchedPage> next = Optional.empty();
  private int number;

  /** Files that cannot be read, and damaged records, are noted in {@code failures}. */
  WarcInputs(List<Path> files, Failures failures) {
    this.files = files.iterator();
    this.failures = failures;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && (pages != null || files.hasNext())) {
      try {
        advance();
      } catch (IOException unreadable) {
        failures.add(String.valueOf(file), Failures.reason(unreadable));
        pages = null;
      }
    }
    return next.isPresent();
  }

  private void advance() throws IOException {
    WarcPages open = pages;
    if (open == null) {
      file = files.next();
      number = 0;
      pages = WarcPages.open(file);
      return;
    }
    next = open.next();
    if (next.isEmpty()) {
      if (open.skipped() > 0) {
        failures.add(String.valueOf(file), open.skipped() + " damaged records left out");
      }
      pages = null;
      open.close();
    }
  }

  @Override
  public PageInput next() {
    if (!hasNext() || file == null) {
      throw new NoSuchElementException();
    }
    FetchedPage page = next.orElseThrow();
    next = Optional.empty();
    number++;
    String id = "%s/%06d".formatted(PageFile.stem(String.valueOf(file.getFileName())), number);
    return new PageInput(id, file + " " + page.url(), () -> page);
  }

  @Override
  public void close() {
    try {
      if (pages != null) {
        pages.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
