-- What an applicant writes beside a profile and for nobody else: the papers of the folder,
-- the page after a refusal, the story in five lines, the bands of drills. One body for each
-- category and name; it is never graded and never shared.

-- +goose Up
CREATE TABLE pages (
    tenant_id    uuid             NOT NULL,
    applicant_id text COLLATE "C" NOT NULL,
    category     text COLLATE "C" NOT NULL,
    name         text COLLATE "C" NOT NULL,
    body         text             NOT NULL,
    saved_at     timestamptz      NOT NULL,
    CONSTRAINT pages_pk PRIMARY KEY (tenant_id, applicant_id, category, name)
);
