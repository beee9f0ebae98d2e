-- What model calls heard and spoke, which many endpoints take money for by length and
-- count no tokens for: milliseconds of recordings, characters of lines, and how many of
-- the assumed tokens stand for them. Constant defaults rewrite no row.

-- +goose Up
ALTER TABLE spending ADD COLUMN heard_millis   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE spending ADD COLUMN spoken_letters INTEGER NOT NULL DEFAULT 0;
ALTER TABLE spending ADD COLUMN sounded        INTEGER NOT NULL DEFAULT 0;
