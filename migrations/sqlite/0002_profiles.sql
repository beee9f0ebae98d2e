-- The profile an applicant is writing, one for each category, saved as they type. An
-- interview copies it into its log, so a later change does not touch what was rehearsed.

-- +goose Up
CREATE TABLE profiles (
    tenant_id    TEXT    NOT NULL,
    applicant_id TEXT    NOT NULL,
    category     TEXT    NOT NULL,
    body         TEXT    NOT NULL,
    saved_at     INTEGER NOT NULL,
    CONSTRAINT profiles_pk PRIMARY KEY (tenant_id, applicant_id, category)
) STRICT;
