-- What reviewers do. Rows of review_action, verdict, edit and gold are only ever added.

-- One keystroke or click, on one article or on many.
--
-- kind: pending (taken back), approved, rejected, edited
-- reason: why the articles were rejected, in a stable word; or empty
-- chosen: how many articles were chosen, by number or by a filter
-- undoes: the action that this one takes back, or null
CREATE TABLE review_action (
  id ${identity},
  who VARCHAR(80) NOT NULL,
  made BIGINT NOT NULL,
  kind VARCHAR(8) NOT NULL,
  reason VARCHAR(40) NOT NULL DEFAULT '',
  chosen TEXT NOT NULL DEFAULT '',
  undoes BIGINT REFERENCES review_action (id)
);
CREATE INDEX review_action_who ON review_action (who, id);
CREATE INDEX review_action_undoes ON review_action (undoes);

-- What an action said about one article. It outlives the article, which canonical names then.
--
-- version, sha256: of the text that was extracted then
-- edit_id: the edit that stood in its place, or null
-- held: the verdict that held before, or 0
-- restores: of a verdict that takes another one back, the one that holds again, or 0; otherwise null
CREATE TABLE verdict (
  id ${identity},
  action_id BIGINT NOT NULL REFERENCES review_action (id),
  article_id BIGINT NOT NULL,
  canonical TEXT NOT NULL,
  kind VARCHAR(8) NOT NULL,
  reason VARCHAR(40) NOT NULL,
  version INTEGER NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  edit_id BIGINT,
  held BIGINT NOT NULL,
  restores BIGINT
);
CREATE UNIQUE INDEX verdict_action ON verdict (action_id, article_id);
CREATE INDEX verdict_article ON verdict (article_id, id);

-- A text that a person wrote in place of the extracted one.
--
-- base_sha256, base: the extracted text that it was made of
CREATE TABLE edit (
  id ${identity},
  article_id BIGINT NOT NULL,
  canonical TEXT NOT NULL,
  base_sha256 VARCHAR(64) NOT NULL,
  base TEXT NOT NULL,
  body TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  who VARCHAR(80) NOT NULL,
  made BIGINT NOT NULL
);
CREATE INDEX edit_article ON edit (article_id, id);

-- What a person is writing and has not saved.
CREATE TABLE draft (
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  who VARCHAR(80) NOT NULL,
  base_sha256 VARCHAR(64) NOT NULL,
  body TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (article_id, who)
);

-- The text that a person last saw of an article.
CREATE TABLE seen (
  article_id BIGINT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  who VARCHAR(80) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (article_id, who)
);

-- The articles that were written as samples of their rules; page: the sample's file.
CREATE TABLE gold (
  id ${identity},
  article_id BIGINT NOT NULL,
  canonical TEXT NOT NULL,
  rule VARCHAR(255) NOT NULL,
  page TEXT NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  who VARCHAR(80) NOT NULL,
  made BIGINT NOT NULL
);
CREATE INDEX gold_article ON gold (article_id, id);

-- What holds of an article, from its last verdict: kept here so that a queue is one look.
--
-- status: pending, approved, rejected, edited
-- verdict_id: its last verdict, or 0; another one since is another reviewer's
-- holds: the verdict that holds, or 0; not the last one where that was taken back
-- decided: the extracted text that it was about, by its sha256
-- edit_id, edit_base: the edit in the text's place, and the extracted text that it was made of
ALTER TABLE article ADD COLUMN status VARCHAR(8) NOT NULL DEFAULT 'pending';
ALTER TABLE article ADD COLUMN verdict_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN holds BIGINT NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN decided VARCHAR(64);
ALTER TABLE article ADD COLUMN edit_id BIGINT;
ALTER TABLE article ADD COLUMN edit_base VARCHAR(64);

-- What a queue is sorted by, worked out of the text behind the crawl.
--
-- risk: from 0 to 1, how much there is to look at
-- residue: how many phrases of boilerplate the text still has
-- words: how many words the text has
-- indexed: the text that this was worked out of, by its sha256; null before
ALTER TABLE article ADD COLUMN risk DOUBLE PRECISION NOT NULL DEFAULT 0.5;
ALTER TABLE article ADD COLUMN residue INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN indexed VARCHAR(64);
-- All that a queue asks of each article: it is read in this order, and rows only where they are shown.
CREATE INDEX article_risk ON article
  (risk DESC, id, status, decided, sha256, edit_id, edit_base, indexed, fetched);

-- status: also changed, where the text is not the one that was approved or rejected
-- is_conflict: whether the text that was edited has changed since
CREATE VIEW review AS
SELECT id AS article_id,
  CASE WHEN status IN ('approved', 'rejected') AND edit_id IS NULL AND decided <> sha256
    THEN 'changed' ELSE status END AS status,
  verdict_id, edit_id,
  CASE WHEN edit_id IS NOT NULL AND edit_base <> sha256 THEN 1 ELSE 0 END AS is_conflict
FROM article;

-- The words of articles, folded, to be searched; rowid: the article's number.
${search};
