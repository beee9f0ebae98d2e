-- One row for each interview. Its number stands for tenant and ID in the tables of what
-- belongs to it, and never leaves this file: their index entries take some ten bytes
-- instead of eighty, so the appends of many interviews share pages. Tenant and ID lead to
-- it in every statement. Where the log ends is read from the log: an append writes nothing
-- here.

-- +goose Up
CREATE TABLE interviews (
    n            INTEGER NOT NULL,
    tenant_id    TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    applicant_id TEXT    NOT NULL,
    category     TEXT    NOT NULL,
    epoch        INTEGER NOT NULL,
    fence        INTEGER NOT NULL DEFAULT 0,
    sealed       INTEGER NOT NULL DEFAULT 0,
    created_at   INTEGER NOT NULL,
    CONSTRAINT interviews_pk PRIMARY KEY (n),
    CONSTRAINT interviews_once UNIQUE (tenant_id, id),
    CONSTRAINT interviews_epoch_positive CHECK (epoch > 0),
    CONSTRAINT interviews_sealed_boolean CHECK (sealed IN (0, 1))
) STRICT;
CREATE INDEX interviews_of_applicant ON interviews (tenant_id, applicant_id, created_at, id);
CREATE INDEX interviews_open ON interviews (tenant_id) WHERE sealed = 0;
