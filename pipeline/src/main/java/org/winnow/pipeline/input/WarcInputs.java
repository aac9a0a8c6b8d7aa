// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.WarcFiles;
import org.winnow.corpus.WarcPages;
import org.winnow.corpus.WarcPages.Damage;
import org.winnow.pipeline.Failures;

/** The pages in archives, one after the other; one page is held at a time. */
public final class WarcInputs implements Iterator<PageInput>, AutoCloseable {
  private final Iterator<ArchiveInput> archives;
  private final Failures failures;
  private final Set<String> stems = new HashSet<>();
  private final Map<String, Integer> leftAlone = new TreeMap<>();
  private @Nullable ArchiveInput archive;
  private @Nullable WarcFiles files;
  private @Nullable WarcPages pages;
  private Optional<FetchedPage> next = Optional.empty();
  private String stem = "";
  private int number;
  private boolean isEmpty;
  private long bytesBefore;
  private long bytesOfParts;

  /** Archives that cannot be read, and damaged records, are noted in {@code failures}. */
  public WarcInputs(List<ArchiveInput> archives, Failures failures) {
    this.archives = archives.iterator();
    this.failures = failures;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && (files != null || archives.hasNext())) {
      try {
        advance();
      } catch (IOException unreadable) {
        failures.add(name(), Failures.reason(unreadable));
        closeArchive();
      }
    }
    return next.isPresent();
  }

  private void advance() throws IOException {
    if (files == null) {
      archive = archives.next();
      stem = unusedStem(PageFile.stem(archive.id()));
      number = 0;
      isEmpty = true;
      files = archive.open();
    } else if (pages == null) {
      pages = files.next().orElse(null);
      if (pages == null) {
        if (isEmpty) {
          failures.add(name(), "there is no WARC file in it");
        }
        closeArchive();
      }
      isEmpty = false;
    } else {
      next = pages.next();
      if (next.isEmpty()) {
        closePages();
      }
    }
  }

  @Override
  public PageInput next() {
    if (!hasNext() || pages == null) {
      throw new NoSuchElementException();
    }
    FetchedPage page = next.orElseThrow();
    next = Optional.empty();
    number++;
    String id = "%s/%06d".formatted(stem, number);
    return new PageInput(
        id, pages.name() + " " + page.url(), page.body().length, () -> checked(page));
  }

  /** The pages alone; those that are too long are noted in the failures. */
  public Iterator<FetchedPage> pages() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return WarcInputs.this.hasNext();
      }

      @Override
      public FetchedPage next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        FetchedPage page = WarcInputs.this.next.orElseThrow();
        WarcInputs.this.next = Optional.empty();
        return page;
      }
    };
  }

  private static FetchedPage checked(FetchedPage page) throws IOException {
    PageFile.checkLength(page.body());
    return page;
  }

  /** How many bytes of the archives were read so far, roughly. */
  public long position() {
    long inside = bytesOfParts + (pages == null ? 0 : pages.position());
    long size = archive == null ? 0 : archive.bytes();
    return bytesBefore + (size < 0 ? inside : Math.min(size, inside));
  }

  /** What was left alone because it is no page, in words for the user; empty if nothing was. */
  public String leftAlone() {
    int all = leftAlone.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0
        ? ""
        : leftAlone.entrySet().stream()
            .map(reason -> reason.getKey() + ": " + reason.getValue())
            .collect(Collectors.joining(", ", all + " records left alone (", ")"));
  }

  private String unusedStem(String wanted) {
    String unused = wanted;
    for (int i = 2; !stems.add(unused); i++) {
      unused = wanted + "-" + i;
    }
    return unused;
  }

  private String name() {
    return archive == null ? "" : archive.name();
  }

  private void closePages() throws IOException {
    WarcPages done = pages;
    pages = null;
    if (done == null) {
      return;
    }
    bytesOfParts += done.position();
    done.leftAlone().forEach((reason, count) -> leftAlone.merge(reason, count, Integer::sum));
    for (Damage damage : done.damages()) {
      failures.add(done.name(), "record at byte " + damage.offset() + ": " + damage.reason());
    }
    int more = done.skipped() - done.damages().size();
    if (more > 0) {
      failures.add(done.name(), more + " more damaged records left out");
    }
    done.close();
  }

  private void closeArchive() {
    try (WarcFiles done = files) {
      files = null;
      closePages();
      bytesBefore += archive == null || archive.bytes() < 0 ? bytesOfParts : archive.bytes();
      bytesOfParts = 0;
      archive = null;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    closeArchive();
  }
}
