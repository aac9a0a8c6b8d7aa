// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.winnow.corpus.Article;

/** Names for the files of sample pages, {@code 2024-01-26-olive-harvest}; each is given once. */
final class SampleNames {
  private static final int LONGEST = 40;

  private final Set<String> given = new HashSet<>();

  String nameOf(Article article) {
    String day = article.published() == null ? "page" : article.published().date().toString();
    String path = article.url().path().replaceAll("/+$", "");
    String slug =
        path.substring(path.lastIndexOf('/') + 1)
            .replaceAll("\\.[a-z]{2,5}$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("%[0-9a-f]{2}", "")
            .replaceAll("[^a-z0-9]+", "-");
    slug = slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("^-|-$", "");
    String name = slug.isEmpty() ? day : day + "-" + slug;
    String free = name;
    for (int n = 2; !given.add(free); n++) {
      free = name + "-" + n;
    }
    return free;
  }
}
