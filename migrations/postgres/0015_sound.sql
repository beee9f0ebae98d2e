-- What model calls heard and spoke, which many endpoints take money for by length and
-- count no tokens for: milliseconds of recordings, characters of lines, and how many of
-- the assumed tokens stand for them. Constant defaults rewrite no row.

-- +goose Up
ALTER TABLE spending
    ADD COLUMN heard_millis   bigint NOT NULL DEFAULT 0,
    ADD COLUMN spoken_letters bigint NOT NULL DEFAULT 0,
    ADD COLUMN sounded        bigint NOT NULL DEFAULT 0;
