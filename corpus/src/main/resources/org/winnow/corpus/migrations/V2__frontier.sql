-- Every address that a crawl knows of, once, with what became of it.
--
-- kind: page, feed, sitemap
-- state: queued, leased, done, failed, skipped
-- reason, detail: how it ended, in stable words (http 404, robots, too deep) and for a person
-- temporary: failed or skipped for now; the next crawl tries it again
-- priority: the lowest is fetched first
-- depth: links away from the site's address; hops: redirects that led here
-- due: queued: not before; leased: the lease's end; otherwise when it ended
-- owner: the crawl that holds the lease
-- requested: the address that redirects led here from
CREATE TABLE frontier (
  id ${identity},
  url TEXT NOT NULL UNIQUE,
  site VARCHAR(255) NOT NULL,
  host VARCHAR(255) NOT NULL,
  kind VARCHAR(8) NOT NULL,
  state VARCHAR(8) NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  temporary BOOLEAN NOT NULL DEFAULT FALSE,
  priority INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  hops INTEGER NOT NULL DEFAULT 0,
  tries INTEGER NOT NULL DEFAULT 0,
  due BIGINT NOT NULL,
  owner VARCHAR(80),
  found_on TEXT,
  requested TEXT,
  etag TEXT,
  last_modified TEXT
);
CREATE INDEX frontier_next ON frontier (host, state, priority, id);
CREATE INDEX frontier_site ON frontier (site, state);
