// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * The pages as they were fetched: WARC 1.1 files in one folder, one gzip member per record, read by
 * offset. Any number of threads may read and append; appends happen one after the other. Only one
 * archive at a time may be open for appending to a folder; {@link Catalog#open} sees to that where
 * both are in one data directory.
 *
 * <p>An appended page can be read at once. It survives a power cut after {@link #flush}. A position
 * that was never committed is cut off when the archive is opened the next time.
 */
public final class PageArchive implements AutoCloseable {
  /** About a gigabyte, the size that the WARC standard recommends. */
  private static final long MAX_FILE_BYTES = 1L << 30;

  private final Path folder;
  private final @Nullable WarcNames names;
  private final long maxFileBytes;
  private @Nullable Path file;
  private @Nullable FileChannel channel;
  private boolean closed;

  private PageArchive(Path folder, @Nullable WarcNames names, long maxFileBytes) {
    this.folder = folder;
    this.names = names;
    this.maxFileBytes = maxFileBytes;
  }

  /**
   * Opens the archive in that folder for appending, creates the folder if it is missing, and undoes
   * what was appended but not committed: the file of the last committed page ends behind that page,
   * younger files are renamed to {@code ….uncommitted}. Where nothing was ever committed, files
   * that are already there are left as they are.
   *
   * @param lastCommitted the last position in the catalog: {@link Pages#lastArchived}
   * @param clock names new files
   */
  public static PageArchive open(Path folder, Optional<WarcPosition> lastCommitted, Clock clock)
      throws IOException {
    return open(folder, lastCommitted, clock, MAX_FILE_BYTES);
  }

  static PageArchive open(
      Path folder, Optional<WarcPosition> lastCommitted, Clock clock, long maxFileBytes)
      throws IOException {
    Files.createDirectories(folder);
    PageArchive archive = new PageArchive(folder, new WarcNames(folder, clock), maxFileBytes);
    if (lastCommitted.isPresent()) {
      archive.undoAfter(lastCommitted.get());
    }
    return archive;
  }

  /** Opens the archive in that folder to read it, also while another process appends to it. */
  public static PageArchive openForReading(Path folder) {
    return new PageArchive(folder, null, 0);
  }

  /**
   * A page made ready to be appended: compressed, which takes most of the time.
   *
   * @throws IOException if its body is longer than 32 MiB
   */
  public static Ready ready(FetchedPage page) throws IOException {
    return ready(page, PageNotes.NONE);
  }

  /**
   * The same with what is known of the page: its request, notes, the answer, and the rendered
   * document where there is one; then {@link #read} gives that one.
   */
  public static Ready ready(FetchedPage page, PageNotes notes) throws IOException {
    String sha256 = Sha256.hex(page.body());
    return new Ready(WarcGroup.page(page, notes, sha256), sha256);
  }

  /** A page made ready by {@link #ready}. */
  public static final class Ready {
    private final WarcGroup records;
    private final String sha256;

    private Ready(WarcGroup records, String sha256) {
      this.records = records;
      this.sha256 = sha256;
    }

    /** Of the body, in hexadecimal. */
    public String sha256() {
      return sha256;
    }
  }

  /**
   * Appends a page.
   *
   * @throws IOException if it could not be written whole; then nothing of it stays in the file
   */
  public WarcPosition append(Ready page) throws IOException {
    return append(page.records);
  }

  /**
   * Appends a page, whose body may have 32 MiB.
   *
   * @throws IOException if it could not be written whole; then nothing of it stays in the file
   */
  public synchronized WarcPosition append(FetchedPage page) throws IOException {
    return append(page, PageNotes.NONE);
  }

  /** The same with what is known of the page: see {@link #ready(FetchedPage, PageNotes)}. */
  public synchronized WarcPosition append(FetchedPage page, PageNotes notes) throws IOException {
    begin();
    return append(ready(page, notes));
  }

  /**
   * Appends an answer that brought nothing new, without its body.
   *
   * @param answer a 304, or an answer with the body of {@code known}
   * @param known where the page lies whose body it is
   * @return a position at which {@link #read} gives the page with that body
   * @throws IOException if it could not be written, or no page lies there
   */
  public WarcPosition appendRevisit(FetchedPage answer, WarcPosition known) throws IOException {
    try (FileChannel open = openAt(known);
        WarcReader reader = new WarcReader(open)) {
      WarcRecord record = reader.next().orElseThrow(() -> new IOException("no record at " + known));
      Optional<WarcPosition> body = WarcRecords.bodyAt(record);
      return body.isPresent()
          ? appendRevisit(answer, body.get())
          : append(WarcGroup.revisit(answer, record, known));
    }
  }

  private synchronized WarcPosition append(WarcGroup records) throws IOException {
    FileChannel open = openFile();
    WarcPosition position = new WarcPosition(currentName(), open.size() + records.last());
    write(open, records.bytes());
    return position;
  }

  /**
   * Where what is appended from now on begins: for {@link #undo}. Begins a new file where the last
   * one is full.
   */
  synchronized long begin() throws IOException {
    if (channel != null && channel.size() >= maxFileBytes) {
      closeFile();
    }
    return end();
  }

  /** The same, without beginning a new file. */
  synchronized long end() throws IOException {
    return channel == null ? 0 : channel.size();
  }

  /** Takes back what was appended since {@link #begin} gave that. */
  synchronized void undo(long begin) throws IOException {
    if (channel != null && channel.size() > begin) {
      if (begin > 0) {
        channel.truncate(begin);
      } else {
        closeFile();
        Files.deleteIfExists(Objects.requireNonNull(file));
      }
    }
  }

  /**
   * The page at that position.
   *
   * @throws IOException if the file is gone or damaged, or no page lies there
   */
  public FetchedPage read(WarcPosition position) throws IOException {
    try (FileChannel open = openAt(position);
        WarcReader reader = new WarcReader(open)) {
      Optional<WarcRecord> record = reader.next();
      if (record.isPresent() && record.get() instanceof WarcRevisit revisit) {
        return revisited(revisit, position);
      }
      Optional<FetchedPage> page =
          record.isPresent() ? WarcRecords.page(record.get()) : Optional.empty();
      return page.orElseThrow(() -> new IOException("no page at " + position));
    } catch (RuntimeException e) {
      throw new IOException("damaged record at " + position, e);
    }
  }

  private FetchedPage revisited(WarcRevisit revisit, WarcPosition position) throws IOException {
    WarcPosition body =
        WarcRecords.bodyAt(revisit)
            .filter(place -> isBefore(place, position))
            .orElseThrow(() -> new IOException("no page at " + position));
    return WarcRecords.revisited(revisit, read(body));
  }

  private static boolean isBefore(WarcPosition one, WarcPosition other) {
    int files = one.file().compareTo(other.file());
    return files < 0 || (files == 0 && one.offset() < other.offset());
  }

  private FileChannel openAt(WarcPosition position) throws IOException {
    FileChannel open = FileChannel.open(folder.resolve(position.file()), StandardOpenOption.READ);
    open.position(position.offset());
    return open;
  }

  /** Whether a whole page lies at that position. */
  public boolean has(WarcPosition position) {
    try {
      read(position);
      return true;
    } catch (IOException lost) {
      return false;
    }
  }

  /** Returns when everything appended so far is on the disk. */
  public synchronized void flush() throws IOException {
    if (channel != null) {
      channel.force(false);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    closeFile();
  }

  private void undoAfter(WarcPosition last) throws IOException {
    for (Path younger : WarcNames.youngerThan(folder, last.file())) {
      Files.move(
          younger,
          younger.resolveSibling(younger.getFileName() + ".uncommitted"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Path lastFile = folder.resolve(last.file());
    if (!Files.exists(lastFile)) {
      return;
    }
    FileChannel open =
        FileChannel.open(lastFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      long end = GzipMember.end(open, last.offset());
      if (end < open.size()) {
        open.truncate(end);
        open.force(true);
      }
      open.position(end);
    } catch (IOException | RuntimeException e) {
      open.close();
      throw e;
    }
    file = lastFile;
    channel = open;
  }

  private FileChannel openFile() throws IOException {
    if (names == null || closed) {
      throw new IllegalStateException("archive is not open for appending: " + folder);
    }
    if (channel != null) {
      return channel;
    }
    Path next = names.next();
    byte[] info = WarcRecords.info(String.valueOf(next.getFileName()), names.now());
    FileChannel open =
        FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    file = next;
    channel = open;
    write(open, info);
    Folders.flush(folder);
    return open;
  }

  private String currentName() {
    return file == null ? "" : String.valueOf(file.getFileName());
  }

  private static void write(FileChannel open, byte[] record) throws IOException {
    long start = open.size();
    try {
      ByteBuffer bytes = ByteBuffer.wrap(record);
      for (long at = start; bytes.hasRemaining(); ) {
        at += open.write(bytes, at);
      }
    } catch (IOException e) {
      open.truncate(start);
      throw e;
    }
  }

  private void closeFile() throws IOException {
    if (channel != null) {
      channel.force(false);
      channel.close();
      channel = null;
    }
  }
}
