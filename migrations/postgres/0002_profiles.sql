-- The profile an applicant is writing, one for each category, saved as they type. An
-- interview copies it into its log, so a later change does not touch what was rehearsed.
-- JSON is kept as text: it comes back byte for byte, and nothing here looks inside.

-- +goose Up
CREATE TABLE profiles (
    tenant_id    uuid             NOT NULL,
    applicant_id text COLLATE "C" NOT NULL,
    category     text COLLATE "C" NOT NULL,
    body         text             NOT NULL,
    saved_at     timestamptz      NOT NULL,
    CONSTRAINT profiles_pk PRIMARY KEY (tenant_id, applicant_id, category)
);
