// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.ArticleVersion;
import org.winnow.corpus.Edit;
import org.winnow.corpus.Edits;
import org.winnow.corpus.Sha256;
import org.winnow.corpus.StoredArticle;

/**
 * A text that an article had, or has.
 *
 * @param key what names it in an address: {@code v1}, {@code e7}, {@code now}
 * @param number the version's, or the edit's
 * @param when it was fetched or written
 * @param who wrote it, or null where it was extracted
 * @param text the text
 */
public record TextVersion(
    String key, long number, Instant when, @Nullable String who, String text) {
  static final String NOW = "now";

  /** All texts of an article that are still known, the oldest first. */
  static List<TextVersion> all(Handle handle, StoredArticle article, String extracted) {
    List<TextVersion> versions = new ArrayList<>();
    for (ArticleVersion version : ArticleVersion.of(handle, article.id())) {
      String text = version.text();
      if (text != null) {
        versions.add(
            new TextVersion(
                "v" + version.version(), version.version(), version.fetched(), null, text));
      }
    }
    versions.add(new TextVersion(NOW, article.version(), article.fetched(), null, extracted));
    for (Edit edit : Edits.of(handle, article.id())) {
      versions.add(
          new TextVersion("e" + edit.id(), edit.id(), edit.made(), edit.who(), edit.text()));
    }
    versions.sort(Comparator.comparing(TextVersion::when));
    return versions;
  }

  /** The text of that name, or empty. */
  static Optional<TextVersion> of(List<TextVersion> versions, String key) {
    return versions.stream().filter(version -> version.key().equals(key)).findFirst();
  }

  /** The text of that digest, or empty. */
  static Optional<TextVersion> withDigest(List<TextVersion> versions, String sha256) {
    return versions.stream()
        .filter(version -> Sha256.hex(version.text()).equals(sha256))
        .findFirst();
  }

  public boolean isEdit() {
    return who != null;
  }
}
