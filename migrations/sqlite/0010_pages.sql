-- What an applicant writes beside a profile and for nobody else: the papers of the folder,
-- the page after a refusal, the story in five lines, the bands of drills. One body for each
-- category and name; it is never graded and never shared.

-- +goose Up
CREATE TABLE pages (
    tenant_id    TEXT    NOT NULL,
    applicant_id TEXT    NOT NULL,
    category     TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    body         TEXT    NOT NULL,
    saved_at     INTEGER NOT NULL,
    CONSTRAINT pages_pk PRIMARY KEY (tenant_id, applicant_id, category, name)
) STRICT;
