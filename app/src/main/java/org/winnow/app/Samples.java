// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/** The stored pages that rules are tested on: beside the rule's file, or bundled with it. */
final class Samples {
  private static final String BUNDLED = "sites/";

  private Samples() {}

  /** The sample's page, as if it had just been fetched. */
  static FetchedPage page(SiteRule rule, SampleTest sample) throws IOException {
    Url url = url(rule, sample);
    return new FetchedPage(url, url, Instant.EPOCH, 200, List.of(), bytes(sample, sample.page()));
  }

  /** The page's address, or the site's where the sample gives none. */
  static Url url(SiteRule rule, SampleTest sample) {
    String url = sample.url();
    return url == null ? rule.site() : Url.parse(url).orElse(rule.site());
  }

  /**
   * A file of the sample.
   *
   * @param name as the rule names it, relative to the rule's own folder
   */
  static byte[] bytes(SampleTest sample, String name) throws IOException {
    String ruleFile = sample.mark().file();
    Path beside = Path.of(ruleFile).resolveSibling(name);
    if (Files.exists(beside)) {
      return Files.readAllBytes(beside);
    }
    String folder = ruleFile.substring(0, ruleFile.lastIndexOf('/') + 1);
    if (folder.startsWith(BUNDLED)) {
      String resource = "samples/" + folder.substring(BUNDLED.length()) + name;
      try (InputStream in = Samples.class.getResourceAsStream(resource)) {
        if (in != null) {
          return in.readAllBytes();
        }
      }
    }
    throw new NoSuchFileException(beside.toString());
  }
}
