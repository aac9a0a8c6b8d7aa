// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.winnow.crawler.CrawlEvent;
import org.winnow.crawler.CrawlSummary;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.pipeline.JsonLines;
import org.winnow.pipeline.JsonLines.Fields;

/**
 * A crawl as JSON lines. Of each address {@code event} (page, read, not_modified, skipped, retried,
 * failed), {@code at}, {@code site}, {@code url}, {@code reason}, {@code detail}, and the site's
 * {@code pages}, {@code queued}, {@code articles} and {@code delayMillis} by then; at the end, of
 * each site one with the event {@code summary}. Safe for use by several threads.
 */
final class CrawlJson {
  private final OutputStream out;
  private final CrawlDisplay display;

  CrawlJson(OutputStream out, CrawlDisplay display) {
    this.out = out;
    this.display = display;
  }

  /** Something became of an address. */
  void event(CrawlEvent event) {
    write(
        json -> {
          json.writeStringField("event", name(event.outcome()));
          json.writeStringField("at", event.at().toString());
          json.writeStringField("site", event.site());
          json.writeStringField("url", event.url().toString());
          json.writeStringField("reason", event.reason());
          json.writeStringField("detail", event.detail());
          json.writeNumberField("pages", event.pages());
          json.writeNumberField("queued", event.queued());
          json.writeNumberField("articles", display.articles(event.site()));
          json.writeNumberField("delayMillis", event.delay().toMillis());
        });
  }

  /** The crawl is over. */
  void summary(CrawlSummary summary) {
    for (SiteSummary site : summary.sites()) {
      write(
          json -> {
            json.writeStringField("event", "summary");
            json.writeStringField("site", site.site());
            json.writeNumberField("pages", site.pages());
            json.writeNumberField("articles", display.articles(site.site()));
            json.writeNumberField("requests", site.requests());
            json.writeNumberField("queued", site.queued());
            json.writeNumberField("elapsedMillis", summary.elapsed().toMillis());
            json.writeBooleanField("stopped", summary.stopped());
            json.writeObjectFieldStart("outcomes");
            for (var outcome : site.outcomes().entrySet()) {
              json.writeNumberField(name(outcome.getKey()), outcome.getValue());
            }
            json.writeEndObject();
            counts("failed", site.failed()).write(json);
            counts("skipped", site.skipped()).write(json);
            json.writeArrayFieldStart("notes");
            for (String note : site.notes()) {
              json.writeString(note);
            }
            json.writeEndArray();
          });
    }
  }

  private static Fields counts(String field, Map<String, Integer> reasons) {
    return json -> {
      json.writeObjectFieldStart(field);
      for (var reason : reasons.entrySet()) {
        json.writeNumberField(reason.getKey(), reason.getValue());
      }
      json.writeEndObject();
    };
  }

  private static String name(CrawlEvent.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private void write(Fields fields) {
    try {
      byte[] line = JsonLines.line(fields);
      synchronized (out) {
        out.write(line);
        out.flush();
      }
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
