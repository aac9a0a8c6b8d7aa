// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.TextCorpus;
import org.winnow.extractors.SiteTitles;

/**
 * Everything that Winnow keeps, in one folder: {@code catalog.db}, {@code archive/}, {@code text/},
 * {@code titles.tsv}.
 *
 * @param path the folder
 */
public record DataFolder(Path path) {

  /** Where the corpus is if no other folder is named. */
  public static final String USUAL = "winnow-data";

  public Path catalogFile() {
    return path.resolve("catalog.db");
  }

  public Path archive() {
    return path.resolve("archive");
  }

  /** What the titles of each site's pages have in common; nothing yet in a new folder. */
  SiteTitles titles() throws IOException {
    return Files.exists(titlesFile())
        ? SiteTitles.of(Files.readAllLines(titlesFile()))
        : new SiteTitles();
  }

  /** Keeps that for the next crawl. */
  void keep(SiteTitles titles) throws IOException {
    String lines = String.join("\n", titles.lines()) + "\n";
    AtomicFile.write(titlesFile(), lines.getBytes(StandardCharsets.UTF_8));
  }

  private Path titlesFile() {
    return path.resolve("titles.tsv");
  }

  public TextCorpus texts() {
    return new TextCorpus(path.resolve("text"));
  }

  /** The same for a crawl, which sees to lost files itself: {@link CrashRepair}. */
  TextCorpus crawledTexts() {
    return TextCorpus.unflushed(path.resolve("text"));
  }

  /**
   * The catalog, for reading.
   *
   * @throws UserError if nothing was ever crawled into this folder
   */
  public Catalog catalog() throws IOException {
    checkCatalog();
    return Catalog.openForReading(catalogFile());
  }

  /**
   * Ends a command that needs a corpus.
   *
   * @throws UserError if nothing was ever crawled into this folder
   */
  public void checkCatalog() {
    if (!Files.exists(catalogFile())) {
      throw new UserError(
          path + ": no corpus here yet; crawl a site first (winnow crawl), or name another --data");
    }
  }
}
