// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.corpus.Url;

/**
 * Says from which address an origin is really fetched: a mirror, a staging or a test server. Pages
 * keep their own Url; robots.txt, sitemaps, feeds and redirects of a mapped origin go the same way.
 * Immutable.
 */
public final class OriginMap {
  private final Map<String, Url> bases;

  private OriginMap(Map<String, Url> bases) {
    this.bases = bases;
  }

  /** Every origin is fetched from where its Url says. */
  public static OriginMap none() {
    return new OriginMap(Map.of());
  }

  /**
   * The map written in lines of the form {@code ORIGIN=BASE}, as in {@code
   * https://www.example.org=http://127.0.0.1:8701}. A base may have a path, which then comes before
   * the page's.
   *
   * @throws IllegalArgumentException if a line is not of that form, with a message for the user
   */
  public static OriginMap of(List<String> lines) {
    Map<String, Url> bases = new LinkedHashMap<>();
    for (String line : lines) {
      int split = line.indexOf("=http");
      Optional<Url> origin = split < 0 ? Optional.empty() : Url.parse(line.substring(0, split));
      Optional<Url> base = split < 0 ? Optional.empty() : Url.parse(line.substring(split + 1));
      if (origin.isEmpty() || base.isEmpty() || base.get().query().isPresent()) {
        throw new IllegalArgumentException(
            "not a mapped origin: "
                + line
                + " (write it like https://www.example.org=http://127.0.0.1:8701)");
      }
      if (!origin.get().path().equals("/") || origin.get().query().isPresent()) {
        throw new IllegalArgumentException(
            "only a whole origin can be mapped, not a path of it: "
                + line
                + " (write "
                + origin.get().origin()
                + "="
                + base.get()
                + ")");
      }
      if (bases.put(origin.get().origin(), base.get()) != null) {
        throw new IllegalArgumentException("origin mapped twice: " + origin.get().origin());
      }
    }
    return new OriginMap(bases);
  }

  /** The address that the page is really fetched from. */
  public Url toBase(Url url) {
    Url base = bases.get(url.origin());
    if (base == null) {
      return url;
    }
    String rest = url.toString().substring(url.origin().length());
    return Url.of(prefix(base) + rest);
  }

  /** The page's own Url, given an address that may lie under a base. */
  public Url toOrigin(Url url) {
    String address = url.toString();
    for (Map.Entry<String, Url> entry : bases.entrySet()) {
      String prefix = prefix(entry.getValue());
      if (address.startsWith(prefix + "/")) {
        return Url.of(entry.getKey() + address.substring(prefix.length()));
      }
    }
    return url;
  }

  /** The addresses that mapped origins are fetched from. */
  public List<Url> bases() {
    return List.copyOf(bases.values());
  }

  private static String prefix(Url base) {
    String address = base.toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
