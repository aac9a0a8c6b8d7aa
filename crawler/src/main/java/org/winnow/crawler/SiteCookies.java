// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.winnow.corpus.Url;

/**
 * The cookies that one site's servers set in one run. They go back to the hosts that set them, as
 * RFC 6265 says; other sites never see them, and nothing is kept after the run. Safe for use by
 * several threads.
 */
final class SiteCookies {
  // RFC 6265, 6.1: at least 50 for a domain, of at least 4,096 bytes.
  private static final int MOST = 50;
  private static final int LONGEST = 4096;

  private final Map<String, Cookie> cookies = new LinkedHashMap<>();

  /** Takes in what an answer sets; returns whether anything changed. */
  synchronized boolean store(Url url, Headers headers) {
    boolean isChanged = false;
    for (Cookie cookie : Cookie.parseAll(HttpUrl.get(url.toString()), headers)) {
      if (cookie.name().length() + cookie.value().length() <= LONGEST) {
        String key = cookie.name() + ";" + cookie.domain() + ";" + cookie.path();
        Cookie before = cookies.put(key, cookie);
        isChanged |= before == null || !before.value().equals(cookie.value());
      }
    }
    for (Iterator<String> oldest = cookies.keySet().iterator(); cookies.size() > MOST; ) {
      oldest.next();
      oldest.remove();
    }
    return isChanged;
  }

  /** The Cookie header of a request to that address at that time; empty for none. */
  synchronized String header(Url url, long now) {
    cookies.values().removeIf(cookie -> cookie.expiresAt() < now);
    HttpUrl target = HttpUrl.get(url.toString());
    return cookies.values().stream()
        .filter(cookie -> cookie.matches(target))
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
  }
}
