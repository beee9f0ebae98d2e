-- The question packs of programs and mentors: every version ever imported, whole, as its
-- YAML. The newest of each name is the one in use; it holds the retired questions of all
-- before it, so no ID is forgotten.

-- +goose Up
CREATE TABLE packs (
    tenant_id   TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    hash        TEXT    NOT NULL,
    body        TEXT    NOT NULL,
    imported_at INTEGER NOT NULL,
    CONSTRAINT packs_pk PRIMARY KEY (tenant_id, name, version),
    CONSTRAINT packs_version_positive CHECK (version > 0)
) STRICT;
