-- When an address is looked at again.
--
-- visited: when it last answered with what it holds, or said that nothing had changed
-- interval_ms: milliseconds between two looks, longer where nothing changes
-- revisit: when it is due
ALTER TABLE frontier ADD COLUMN visited BIGINT;
ALTER TABLE frontier ADD COLUMN interval_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE frontier ADD COLUMN revisit BIGINT;
UPDATE frontier SET visited = due, interval_ms = 86400000, revisit = due + 86400000
  WHERE state = 'done' AND reason IN ('', 'not modified');
CREATE INDEX frontier_revisit ON frontier (site, revisit);

-- Addresses of one shape, and how many of them in a row led to nothing: neither an article nor an
-- address of another shape.
CREATE TABLE url_shape (
  site VARCHAR(255) NOT NULL,
  shape TEXT NOT NULL,
  barren INTEGER NOT NULL,
  PRIMARY KEY (site, shape)
);

-- Dead links, apart from what failed.
ALTER TABLE run ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;

-- saved: when the row was last written
-- run_id: the run that wrote it last
-- gone: when its page was first seen to be gone (404 or 410), or null; the article stays
-- duplicate_of: the article that has nearly the same text and came first, or null
ALTER TABLE article ADD COLUMN saved BIGINT NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN run_id BIGINT;
ALTER TABLE article ADD COLUMN gone BIGINT;
ALTER TABLE article ADD COLUMN duplicate_of BIGINT;
CREATE INDEX article_saved ON article (saved);
CREATE INDEX article_duplicate ON article (duplicate_of);

-- What an article's text was before it changed; run_id: the run that found the change. body is null
-- if the text was lost.
CREATE TABLE article_version (
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  headline TEXT,
  sha256 VARCHAR(64) NOT NULL,
  fetched BIGINT NOT NULL,
  run_id BIGINT,
  body TEXT,
  PRIMARY KEY (article_id, version)
);
CREATE INDEX article_version_run ON article_version (run_id);

-- The SimHash of an article's text, and its four quarters: texts that differ in at most three bits
-- have at least one quarter in common.
CREATE TABLE article_print (
  article_id BIGINT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  hash BIGINT NOT NULL,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  c INTEGER NOT NULL,
  d INTEGER NOT NULL
);
CREATE INDEX article_print_a ON article_print (a);
CREATE INDEX article_print_b ON article_print (b);
CREATE INDEX article_print_c ON article_print (c);
CREATE INDEX article_print_d ON article_print (d);
