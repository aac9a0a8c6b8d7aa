// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;

/**
 * How addresses come into the frontier. Every method takes part in its handle's transaction. Safe
 * for use by several threads.
 */
final class FrontierLinks {
  static final String TOO_DEEP = "too deep";
  static final String REDIRECTED = "redirected";

  private final Clock clock;

  FrontierLinks(Clock clock) {
    this.clock = clock;
  }

  /**
   * Where links come from.
   *
   * @param site the site
   * @param depth of the links themselves
   * @param hops redirects so far
   * @param foundOn the page that has them, or null
   * @param requested the address that redirects led here from, or null
   */
  record Source(String site, int depth, int hops, @Nullable Url foundOn, @Nullable Url requested) {

    /** Whether redirects have come back to the address that they began at. */
    boolean isBackAt(Url url) {
      return requested != null && url.equals(requested);
    }

    /** The site itself, for its own address and what its robots.txt names. */
    static Source start(String site) {
      return new Source(site, 0, 0, null, null);
    }

    /** A page, for what it links to. */
    static Source page(FrontierRow row) {
      return new Source(row.site(), row.depth() + 1, 0, row.url(), null);
    }

    /** A page, for the pages that its article continues on. */
    static Source article(FrontierRow row) {
      return new Source(row.site(), row.depth(), 0, row.url(), null);
    }

    /** An address that redirects. */
    static Source redirect(FrontierRow row) {
      return new Source(
          row.site(),
          row.depth(),
          row.hops() + 1,
          row.url(),
          row.requested() == null ? row.url() : row.requested());
    }
  }

  /**
   * What adding links came to.
   *
   * @param hosts hosts that have something new to fetch
   * @param fresh addresses that are new
   */
  record Added(Set<String> hosts, List<Url> fresh) {
    static final Added NOTHING = new Added(Set.of(), List.of());

    int queued() {
      return fresh.size();
    }
  }

  /**
   * Adds the links that are new, and moves known ones that still wait forward where they are due.
   *
   * @param maxDepth links that lie deeper are only noted
   */
  Added add(Handle handle, Source source, Collection<Link> links, int maxDepth) {
    if (links.isEmpty()) {
      return Added.NOTHING;
    }
    List<Link> distinct = List.copyOf(new LinkedHashSet<>(links));
    boolean isTooDeep = source.depth() > maxDepth;
    int[] inserted = insert(handle, source, distinct, isTooDeep);
    Set<String> hosts = new LinkedHashSet<>();
    List<Url> fresh = new ArrayList<>();
    for (int i = 0; i < inserted.length; i++) {
      Link link = distinct.get(i);
      if (inserted[i] == 1 && !isTooDeep) {
        hosts.add(link.url().host());
        fresh.add(link.url());
      } else if (source.isBackAt(link.url()) && again(handle, source, link)) {
        hosts.add(link.url().host());
        fresh.add(link.url());
      } else if (inserted[i] == 0 && link.priority() < Link.PLAIN) {
        moveForward(handle, link);
      }
    }
    return new Added(hosts, fresh);
  }

  private int[] insert(Handle handle, Source source, List<Link> links, boolean isTooDeep) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO frontier (url, site, host, kind, state, reason, priority, depth, hops, due,
              found_on, requested)
            VALUES (:url, :site, :host, :kind, :state, :reason, :priority, :depth, :hops, :due,
              :foundOn, :requested)
            ON CONFLICT (url) DO UPDATE SET state = excluded.state, reason = excluded.reason,
              detail = '', kind = excluded.kind, priority = excluded.priority,
              depth = excluded.depth, due = excluded.due, found_on = excluded.found_on
            WHERE frontier.state = 'skipped'
              AND frontier.reason IN (:tooOld, :nofollow, :listEnds)""");
    for (Link link : links) {
      batch
          .bind("tooOld", DroppedLinks.TOO_OLD)
          .bind("nofollow", DroppedLinks.NOFOLLOW)
          .bind("listEnds", DroppedLinks.LIST_ENDS)
          .bind("url", link.url().toString())
          .bind("site", source.site())
          .bind("host", link.url().host())
          .bind("kind", link.kind().label)
          .bind("state", isTooDeep ? "skipped" : "queued")
          .bind("reason", isTooDeep ? TOO_DEEP : "")
          .bind("priority", link.priority())
          .bind("depth", source.depth())
          .bind("hops", source.hops())
          .bind("due", clock.millis())
          .bind("foundOn", source.foundOn() == null ? null : source.foundOn().toString())
          .bind("requested", source.requested() == null ? null : source.requested().toString())
          .add();
    }
    return batch.execute();
  }

  /** Queues the address that some redirects began at, and came back to, once more. */
  private boolean again(Handle handle, Source source, Link link) {
    return handle
            .createUpdate(
                """
                UPDATE frontier SET state = 'queued', reason = '', detail = '', hops = :hops,
                  due = :due
                WHERE url = :url AND state = 'done' AND reason = :redirected AND hops < :hops""")
            .bind("hops", source.hops())
            .bind("due", clock.millis())
            .bind("url", link.url().toString())
            .bind("redirected", REDIRECTED)
            .execute()
        == 1;
  }

  /** Notes an address that is not to be fetched, if it is new. */
  void skip(Handle handle, Source source, Link link, String reason, String detail) {
    handle
        .createUpdate(
            """
            INSERT INTO frontier (url, site, host, kind, state, reason, detail, priority, depth,
              due, found_on)
            VALUES (:url, :site, :host, :kind, 'skipped', :reason, :detail, :priority, :depth, :due,
              :foundOn)
            ON CONFLICT (url) DO NOTHING""")
        .bind("url", link.url().toString())
        .bind("site", source.site())
        .bind("host", link.url().host())
        .bind("kind", link.kind().label)
        .bind("reason", reason)
        .bind("detail", detail)
        .bind("priority", link.priority())
        .bind("depth", source.depth())
        .bind("due", clock.millis())
        .bind("foundOn", source.foundOn() == null ? null : source.foundOn().toString())
        .execute();
  }

  private static void moveForward(Handle handle, Link link) {
    handle
        .createUpdate(
            """
            UPDATE frontier SET priority = :priority, kind = :kind
            WHERE url = :url AND state = 'queued' AND priority > :priority""")
        .bind("priority", link.priority())
        .bind("kind", link.kind().label)
        .bind("url", link.url().toString())
        .execute();
  }
}
