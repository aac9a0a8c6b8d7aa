// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.Url;

/**
 * Cuts off what goes on for ever: calendars, filters, session ids, paths that grow. Each shape of
 * addresses has a budget of pages in a row that lead to nothing: neither to an article that is new
 * nor to an address of another shape. Safe for use by several threads; its memory is bounded.
 */
final class Traps {
  static final String REASON = "trap";

  /**
   * So many pages in a row are barren on no list that ends somewhere; it is what a trap costs. A
   * tag page is not barren as long as it leads to articles that no page before it had.
   */
  static final int BUDGET = 200;

  private static final int REMEMBERED = 10_000;

  private record Shape(String site, String shape) {}

  /** What the catalog has, as far as it was looked up: the shapes used last. */
  private final Map<Shape, Integer> barren =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Whether {@link #find} need not ask the catalog about that address. */
  synchronized boolean isKnown(String site, Url url) {
    return barren.containsKey(new Shape(site, UrlShapes.of(url)));
  }

  /** The same where {@link #isKnown}. */
  synchronized Optional<String> find(String site, Url url) {
    Integer known = barren.get(new Shape(site, UrlShapes.of(url)));
    return known == null || known < BUDGET ? UrlShapes.circle(url) : Optional.of(closed(url));
  }

  /** Why that address is not to be fetched, or empty. */
  synchronized Optional<String> find(Handle handle, String site, Url url) {
    Optional<String> circle = UrlShapes.circle(url);
    if (circle.isPresent()) {
      return circle;
    }
    Shape shape = new Shape(site, UrlShapes.of(url));
    return barren(handle, shape) >= BUDGET ? Optional.of(closed(url)) : Optional.empty();
  }

  private static String closed(Url url) {
    return BUDGET + " pages like this one led to nothing: " + UrlShapes.of(url);
  }

  /** A page was looked at for the first time. */
  synchronized void count(Handle handle, String site, Url url, boolean isBarren) {
    Shape shape = new Shape(site, UrlShapes.of(url));
    int before = barren(handle, shape);
    int now = isBarren ? before + 1 : 0;
    if (now != before) {
      handle.execute(
          """
          INSERT INTO url_shape (site, shape, barren) VALUES (?, ?, ?)
          ON CONFLICT (site, shape) DO UPDATE SET barren = excluded.barren""",
          site,
          shape.shape(),
          now);
      barren.put(shape, now);
    }
  }

  private int barren(Handle handle, Shape shape) {
    Integer known = barren.get(shape);
    if (known == null) {
      known =
          handle
              .createQuery("SELECT barren FROM url_shape WHERE site = :site AND shape = :shape")
              .bind("site", shape.site())
              .bind("shape", shape.shape())
              .mapTo(Integer.class)
              .findOne()
              .orElse(0);
      barren.put(shape, known);
    }
    return known;
  }
}
