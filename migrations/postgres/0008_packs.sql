-- The question packs of programs and mentors: every version ever imported, whole, as its
-- YAML. The newest of each name is the one in use; it holds the retired questions of all
-- before it, so no ID is forgotten.

-- +goose Up
CREATE TABLE packs (
    tenant_id   uuid             NOT NULL,
    name        text COLLATE "C" NOT NULL,
    version     integer          NOT NULL,
    hash        text             NOT NULL,
    body        text             NOT NULL,
    imported_at timestamptz      NOT NULL,
    CONSTRAINT packs_pk PRIMARY KEY (tenant_id, name, version),
    CONSTRAINT packs_version_positive CHECK (version > 0)
);
