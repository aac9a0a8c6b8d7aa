-- Instants are milliseconds since 1970-01-01T00:00Z. Only what SQLite and PostgreSQL both know.

CREATE TABLE run (
  id ${identity},
  site VARCHAR(255) NOT NULL,
  started BIGINT NOT NULL,
  finished BIGINT,
  fetched INTEGER NOT NULL DEFAULT 0,
  not_modified INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  new_articles INTEGER NOT NULL DEFAULT 0,
  changed_articles INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX run_site ON run (site, started);

CREATE TABLE page (
  id ${identity},
  run_id BIGINT NOT NULL REFERENCES run (id),
  requested TEXT NOT NULL,
  url TEXT NOT NULL,
  site VARCHAR(255) NOT NULL,
  fetched BIGINT NOT NULL,
  status INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  warc_file VARCHAR(255),
  warc_offset BIGINT
);
CREATE INDEX page_requested ON page (requested, id);
CREATE INDEX page_url ON page (url, id);
CREATE INDEX page_site ON page (site);
CREATE INDEX page_run ON page (run_id);
CREATE INDEX page_warc ON page (warc_file, warc_offset);

CREATE TABLE article (
  id ${identity},
  canonical TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  site VARCHAR(255) NOT NULL,
  headline TEXT,
  kicker TEXT,
  byline TEXT,
  published VARCHAR(40),
  language VARCHAR(40),
  file TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  rule VARCHAR(255) NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  kept_blocks INTEGER NOT NULL,
  removed_blocks INTEGER NOT NULL,
  kept_chars BIGINT NOT NULL,
  removed_chars BIGINT NOT NULL,
  complete BOOLEAN NOT NULL,
  fetched BIGINT NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX article_site ON article (site, id);
CREATE INDEX article_sha256 ON article (sha256);
CREATE INDEX article_url ON article (url);

CREATE TABLE article_part (
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  url TEXT NOT NULL,
  warc_file VARCHAR(255) NOT NULL,
  warc_offset BIGINT NOT NULL,
  PRIMARY KEY (article_id, number)
);
CREATE INDEX article_part_url ON article_part (url);
