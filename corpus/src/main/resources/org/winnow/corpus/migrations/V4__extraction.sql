-- How a rule worked on each page, once per page: for the alarms of "winnow rules status".
--
-- version: a hash of what the rule said
-- outcome: ARTICLE, FALLBACK, HELD, MISSED
-- hits: body=0 title=1, the alternative that found each part
-- removals: remove.lines[0]=2 preset:share=1, how many blocks each entry took
-- missing: author date, the parts that the article does not have
-- print: a MinHash of the page's tag paths, in hexadecimal
CREATE TABLE extraction (
  page_id BIGINT PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  rule VARCHAR(255) NOT NULL,
  version VARCHAR(16) NOT NULL,
  layout VARCHAR(40) NOT NULL,
  outcome VARCHAR(8) NOT NULL,
  hits TEXT NOT NULL,
  removals TEXT NOT NULL,
  missing TEXT NOT NULL,
  words INTEGER NOT NULL,
  link_density DOUBLE PRECISION NOT NULL,
  print VARCHAR(64) NOT NULL
);
CREATE INDEX extraction_rule ON extraction (rule, page_id);
