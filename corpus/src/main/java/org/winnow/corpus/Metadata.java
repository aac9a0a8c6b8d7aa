// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article beside what {@link Article} has of its own.
 *
 * @param authors who wrote it, one name each, in the page's order
 * @param modified when it was last changed, or null
 * @param siteName the site's name, or null
 * @param section the part of the site that it stands in, or null
 * @param tags what it is about, in the page's words and order
 * @param image the address of its main image, or null
 * @param description the page's summary, or null
 * @param isPaywalled whether the page says that not all of it is free to read
 */
public record Metadata(
    List<String> authors,
    @Nullable Published modified,
    @Nullable String siteName,
    @Nullable String section,
    List<String> tags,
    @Nullable Url image,
    @Nullable String description,
    boolean isPaywalled) {

  /** Nothing is known. */
  public static final Metadata NONE =
      new Metadata(List.of(), null, null, null, List.of(), null, null, false);

  public Metadata {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
  }

  /** The same with other authors. */
  public Metadata withAuthors(List<String> names) {
    return new Metadata(names, modified, siteName, section, tags, image, description, isPaywalled);
  }
}
