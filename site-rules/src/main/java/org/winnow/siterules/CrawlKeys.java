// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import org.winnow.siterules.Key.Shape;

/** The keys that say how a site is crawled; part of {@link Keys}. */
final class CrawlKeys {

  private CrawlKeys() {}

  static Keys articles() {
    return new Keys(
        "discover.articles",
        List.of(
            Key.of(
                "allow",
                Shape.TEXTS,
                "Regular expressions (RE2): only pages whose path and query contain one are"
                    + " articles.",
                "discover: { articles: { allow: '/\\d+/\\d+-' } }"),
            Key.of(
                    "deny",
                    Shape.TEXTS,
                    "Regular expressions (RE2): pages whose path and query contain one are not"
                        + " fetched.",
                    "discover: { articles: { deny: [ /video/, /tag/ ] } }")
                .adding()));
  }

  static Keys pagination() {
    return new Keys(
        "discover.pagination",
        List.of(
            Key.of(
                "next",
                Shape.VALUES,
                "The link to the next page of a list.",
                "discover: { pagination: { next: a.older } }"),
            Key.of(
                "template",
                Shape.TEXT,
                "The address of a list's pages, with {page} for the number.",
                "discover: { pagination: { template: '/news/page/{page}/', max: 20 } }"),
            Key.of(
                "max",
                Shape.NUMBER,
                "How many pages of a list to read.",
                "discover: { pagination: { next: a.older, max: 20 } }")));
  }

  static Keys discover(Keys articles, Keys pagination) {
    return new Keys(
        "discover",
        List.of(
            Key.of(
                "feeds", Shape.TEXTS, "Feeds, relative to the site.", "discover: { feeds: /rss }"),
            Key.of(
                "sitemaps",
                Shape.TEXTS,
                "Sitemaps, relative to the site.",
                "discover: { sitemaps: /sitemap-news.xml }"),
            Key.of(
                "seeds",
                Shape.TEXTS,
                "Pages to begin with, besides the site's address.",
                "discover: { seeds: [ /news/, /sport/ ] }"),
            Key.mapping(
                "articles",
                articles,
                "Which pages are articles, by address.",
                "discover: { articles: { allow: '/\\d{4}/' } }"),
            Key.of(
                "follow",
                Shape.SELECTORS,
                "Only links within these elements are followed.",
                "discover: { follow: [ main, .pagination ] }"),
            Key.mapping(
                "pagination",
                pagination,
                "How lists go on.",
                "discover: { pagination: { next: a.older } }"),
            Key.of(
                "depth",
                Shape.NUMBER,
                "How many links to follow away from the site's address.",
                "discover: { depth: 3 }"),
            Key.of(
                "limit",
                Shape.NUMBER,
                "How many pages to fetch in one run.",
                "discover: { limit: 500 }"),
            Key.of(
                "dropQuery",
                Shape.TEXTS,
                "Parameters that do not choose the page; '*' for all.",
                "discover: { dropQuery: [ ref, from ] }"),
            Key.of(
                "newerThan",
                Shape.DURATION,
                "Only what feeds and sitemaps date later than this before the run.",
                "discover: { newerThan: 3d }")));
  }

  static Keys fetch() {
    return new Keys(
        "fetch",
        List.of(
            Key.of(
                "delay",
                Shape.DURATION,
                "Between two requests; a longer delay in robots.txt wins.",
                "fetch: { delay: 3s }"),
            Key.of(
                "concurrency",
                Shape.NUMBER,
                "How many requests at a time, 1 to 8.",
                "fetch: { concurrency: 2 }"),
            Key.of(
                "headers",
                Shape.MAPPING,
                "Headers to send, by name.",
                "fetch: { headers: { Accept-Language: ar } }"),
            Key.of(
                "charset",
                Shape.TEXT,
                "The charset of the pages, whatever they say.",
                "fetch: { charset: windows-1256 }"),
            Key.choice(
                "robots",
                List.of("obey", "ignore"),
                "Whether robots.txt is obeyed; ignore is for sites of your own.",
                "fetch: { robots: obey }"),
            Key.of(
                "render",
                Shape.BOOLEAN,
                "Whether pages need a browser to show their text.",
                "fetch: { render: false }"),
            Key.of(
                "timeout",
                Shape.DURATION,
                "How long one request may take.",
                "fetch: { timeout: 30s }"),
            Key.of(
                "maxBytes",
                Shape.TEXT,
                "How large a page may be: 2MB, 500KB, or a number of bytes.",
                "fetch: { maxBytes: 2MB }")));
  }

  static Keys schedule() {
    return new Keys(
        "schedule",
        List.of(
            Key.of(
                "cron",
                Shape.TEXT,
                "When to crawl: minute, hour, day of month, month, day of week.",
                "schedule: { cron: '15 */2 * * *' }"),
            Key.of(
                "every",
                Shape.DURATION,
                "How often to crawl, from the start of one run to the next.",
                "schedule: { every: 6h }"),
            Key.of(
                "timezone",
                Shape.TEXT,
                "The zone of cron and window; UTC by default.",
                "schedule: { cron: '0 6 * * *', timezone: Asia/Dubai }"),
            Key.of(
                "jitter",
                Shape.DURATION,
                "How much later a run may start, by chance.",
                "schedule: { every: 6h, jitter: 10m }"),
            Key.choice(
                "misfire",
                List.of("once", "skip", "all"),
                "What becomes of runs that were missed: one makes up for them, none does, or each is made, the last 24 at the most.",
                "schedule: { every: 6h, misfire: skip }"),
            Key.choice(
                "overlap",
                List.of("skip", "queue", "cancel_previous"),
                "What happens when a run is due and the last one has not ended: it is left out, waits, or takes its place.",
                "schedule: { every: 6h, overlap: queue }"),
            Key.of(
                "window",
                Shape.TEXT,
                "The hours in which runs may start.",
                "schedule: { every: 1h, window: '22:00-06:00' }"),
            Key.of(
                "maxRuntime",
                Shape.DURATION,
                "When a run is stopped, to go on at its next turn.",
                "schedule: { every: 6h, maxRuntime: 2h }")));
  }
}
