-- Every version of a rule's file that was saved in the page, or found on disk when it was.
--
-- file: below the folder of rules, with /
-- number: 1, 2, 3 … for each file
-- author: who saved it; empty for one that was found on disk
-- reason: why it was saved although approved texts or samples suffer; empty if none do
CREATE TABLE rule_version (
  id ${identity},
  file VARCHAR(400) NOT NULL,
  number INTEGER NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  body TEXT NOT NULL,
  message TEXT NOT NULL,
  author VARCHAR(255) NOT NULL,
  reason TEXT NOT NULL,
  saved BIGINT NOT NULL,
  UNIQUE (file, number)
);
