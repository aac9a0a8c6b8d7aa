// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.ArticleVersion;
import org.winnow.corpus.Articles;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Url;
import org.winnow.crawler.KnownUrl;
import org.winnow.siterules.RuleSet;

/** What became of one address, and why, in lines for a person. */
public final class UrlStatus {
  private UrlStatus() {}

  public static List<String> of(Handle handle, Url asked, RuleSet rules) {
    List<String> lines = new ArrayList<>();
    Url url = KnownUrl.address(asked, rules);
    Optional<KnownUrl> known = KnownUrl.find(handle, url);
    lines.add(
        url + ": " + known.map(UrlStatus::state).orElseGet(() -> unknown(handle, url, rules)));
    known.ifPresent(found -> describe(found, lines));
    List<StoredArticle> articles = new ArrayList<>(Articles.startingOn(handle, url));
    Articles.find(handle, url).filter(a -> !articles.contains(a)).ifPresent(articles::add);
    articles.forEach(article -> describe(handle, article, lines));
    return lines;
  }

  private static String unknown(Handle handle, Url url, RuleSet rules) {
    return "not fetched: "
        + KnownUrl.exclusion(handle, url, rules)
            .orElse("its site was crawled, but no page, feed or sitemap that was read leads to it");
  }

  private static String state(KnownUrl known) {
    String why = known.reason() + (known.detail().isEmpty() ? "" : " (" + known.detail() + ")");
    return switch (known.state()) {
      case "done" -> known.reason().isEmpty() ? "fetched" : "fetched, " + why;
      case "queued" ->
          known.reason().isEmpty()
              ? "waiting for the next run; the last one ended before, or reached a limit"
              : "waiting after " + why;
      case "leased" -> "being fetched, or was when a crawl was cut off";
      case "failed" -> "not fetched: failed, " + why;
      default -> "not fetched: " + why;
    };
  }

  private static void describe(KnownUrl known, List<String> lines) {
    lines.add("  site " + known.site() + ", " + known.kind());
    if (known.foundOn() != null) {
      lines.add("  found on " + known.foundOn());
    }
    boolean isWaiting = known.state().equals("queued");
    lines.add("  " + (isWaiting ? "not before " : "since ") + time(known.due()));
    if (known.visited() != null) {
      lines.add("  last looked at " + time(known.visited()));
    }
    if (known.revisit() != null) {
      lines.add("  looked at again from " + time(known.revisit()));
    }
  }

  private static void describe(Handle handle, StoredArticle article, List<String> lines) {
    lines.add("  article " + article.canonical() + " in " + article.file());
    lines.add("    version " + article.version() + ", fetched " + time(article.fetched()));
    for (ArticleVersion earlier : ArticleVersion.of(handle, article.id())) {
      lines.add("    earlier version " + earlier.version() + " of " + time(earlier.fetched()));
    }
    if (!article.complete()) {
      lines.add("    incomplete: not all of its pages could be fetched");
    }
    if (!article.quarantine().isEmpty()) {
      lines.add("    held back: " + article.quarantine());
    }
    if (article.duplicateOf() != null) {
      Articles.find(handle, article.duplicateOf())
          .ifPresent(first -> lines.add("    nearly the same text as " + first.canonical()));
    }
    if (article.gone() != null) {
      lines.add("    its page is gone since " + time(article.gone()));
    }
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
