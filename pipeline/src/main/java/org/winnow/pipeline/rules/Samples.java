// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/** The stored pages that rules are tested on: beside the rule's file, or bundled with it. */
public final class Samples {
  private static final String BUNDLED = "sites/";

  private Samples() {}

  /** The sample's page, as if it had just been fetched. */
  static FetchedPage page(SiteRule rule, SampleTest sample) throws IOException {
    Url url = url(rule, sample);
    return new FetchedPage(url, url, Instant.EPOCH, 200, List.of(), bytes(sample, sample.page()));
  }

  /** The page's address, or the site's where the sample gives none. */
  public static Url url(SiteRule rule, SampleTest sample) {
    String url = sample.url();
    return url == null ? rule.site() : Url.parse(url).orElse(rule.site());
  }

  /** Whether that file of the sample is there. */
  public static boolean exists(SampleTest sample, String name) {
    if (Files.isRegularFile(beside(sample, name))) {
      return true;
    }
    try (InputStream in = bundled(sample, name)) {
      return in != null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Where that file of the sample lies, or is to lie, if its rule is not a bundled one. */
  static Optional<Path> ownFile(SampleTest sample, String name) {
    Path rule = Path.of(sample.mark().file());
    return Files.exists(rule) ? Optional.of(beside(sample, name)) : Optional.empty();
  }

  /**
   * A file of the sample.
   *
   * @param name as the rule names it, relative to the rule's own folder
   */
  public static byte[] bytes(SampleTest sample, String name) throws IOException {
    Path beside = beside(sample, name);
    if (Files.exists(beside)) {
      return Files.readAllBytes(beside);
    }
    try (InputStream in = bundled(sample, name)) {
      if (in == null) {
        throw new NoSuchFileException(beside.toString());
      }
      return in.readAllBytes();
    }
  }

  private static Path beside(SampleTest sample, String name) {
    return Path.of(sample.mark().file()).resolveSibling(name);
  }

  private static @Nullable InputStream bundled(SampleTest sample, String name) {
    String ruleFile = sample.mark().file();
    String folder = ruleFile.substring(0, ruleFile.lastIndexOf('/') + 1);
    return folder.startsWith(BUNDLED)
        ? Samples.class.getResourceAsStream("samples/" + folder.substring(BUNDLED.length()) + name)
        : null;
  }
}
