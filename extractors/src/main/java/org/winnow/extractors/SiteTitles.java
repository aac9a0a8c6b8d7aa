// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jsoup.parser.Parser;
import org.winnow.corpus.FetchedPage;

/**
 * What the titles of a host's pages have in common: "| The Daily", "Daily -". A part at the end or
 * the beginning of a title is the site's once {@value #ENOUGH} pages with different rests have it.
 * A page that is added again counts once. Safe for use by several threads.
 */
public final class SiteTitles {
  /** Three headlines of one topic may end alike; five of five hardly do. */
  private static final int ENOUGH = 5;

  private static final int MOST_HOSTS = 20_000;
  private static final int MOST_PARTS = 200;

  /** Titles stand near the beginning of a page. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final int MOST_CHARS = 60;

  /** By host, then by the part's key: hashes of the rests of the titles, as many as are enough. */
  private final Map<String, Map<String, ConcurrentSkipListSet<Integer>>> hosts =
      new ConcurrentHashMap<>();

  /** What {@link #lines} wrote; lines that it did not write are passed over. */
  public static SiteTitles of(List<String> lines) {
    SiteTitles titles = new SiteTitles();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      if (fields.length == 3) {
        Arrays.stream(fields[2].split(",", -1))
            .filter(hash -> hash.matches("[0-9a-f]{1,8}"))
            .forEach(hash -> titles.add(fields[0], fields[1], Integer.parseUnsignedInt(hash, 16)));
      }
    }
    return titles;
  }

  /** Everything that is known, in a fixed order. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(hosts)
        .forEach(
            (host, parts) ->
                new TreeMap<>(parts)
                    .forEach(
                        (part, rests) ->
                            lines.add(
                                host
                                    + '\t'
                                    + part
                                    + '\t'
                                    + String.join(
                                        ",", rests.stream().map(Integer::toHexString).toList()))));
    return lines;
  }

  /** Learns from that page's title. Never throws, whatever the page has in it. */
  public void add(FetchedPage page) {
    byte[] head = Arrays.copyOf(page.body(), Math.min(page.body().length, MOST_BYTES));
    String source =
        PageDecoder.decode(
                new FetchedPage(
                    page.requested(),
                    page.url(),
                    page.fetched(),
                    page.status(),
                    page.headers(),
                    head))
            .text();
    add(page.url().host(), title(source));
  }

  void add(String host, String title) {
    for (String separator : Headlines.SEPARATORS) {
      int last = title.lastIndexOf(separator);
      if (last > 0) {
        String end = title.substring(last + separator.length());
        add(host, end, title.substring(0, last));
        int first = title.indexOf(separator);
        add(host, title.substring(0, first), title.substring(first + separator.length()));
      }
    }
  }

  /** Whether a part of a title is known to be the site's. */
  boolean isSite(String host, String key) {
    ConcurrentSkipListSet<Integer> rests = hosts.getOrDefault(host, Map.of()).get(key);
    return rests != null && rests.size() >= ENOUGH;
  }

  private void add(String host, String part, String rest) {
    String key = Headlines.key(part);
    if (!key.isEmpty() && part.length() <= MOST_CHARS) {
      add(host, key, Headlines.key(rest).hashCode());
    }
  }

  private void add(String host, String key, int rest) {
    if (hosts.size() >= MOST_HOSTS && !hosts.containsKey(host)) {
      return;
    }
    Map<String, ConcurrentSkipListSet<Integer>> parts =
        hosts.computeIfAbsent(host, name -> new ConcurrentHashMap<>());
    if (parts.size() < MOST_PARTS || parts.containsKey(key)) {
      ConcurrentSkipListSet<Integer> rests =
          parts.computeIfAbsent(key, part -> new ConcurrentSkipListSet<>());
      if (rests.size() < ENOUGH) {
        rests.add(rest);
      }
    }
  }

  private static String title(String source) {
    int open = source.indexOf("<title");
    int begin = open < 0 ? -1 : source.indexOf('>', open);
    int end = begin < 0 ? -1 : source.indexOf("</title", begin);
    boolean isTitle = end > 0 && end - begin < 1_000;
    return isTitle ? Parser.unescapeEntities(source.substring(begin + 1, end), false).strip() : "";
  }
}
