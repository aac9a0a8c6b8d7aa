-- Why the article is not as its rule asks, for a person; empty for an article that is.
ALTER TABLE article ADD COLUMN quarantine TEXT NOT NULL DEFAULT '';
