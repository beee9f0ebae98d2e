-- Every wording of every bank question with its embedding, copied from the bank so that
-- the nearest can be found in the database. Retired wordings stay, marked. The vector
-- has no fixed width, since the embedder is the operator's choice; and no approximate
-- index, which with a filter returns fewer rows than asked for, and at this size saves
-- nothing.

-- +goose Up
CREATE TABLE questions (
    tenant_id    uuid        NOT NULL,
    id           text        NOT NULL,
    topic        text        NOT NULL,
    applies_to   text[]      NOT NULL,
    bank_version text        NOT NULL,
    wording      text        NOT NULL,
    wording_n    int         NOT NULL,
    embedding    vector,
    retired_at   timestamptz,
    CONSTRAINT questions_pk PRIMARY KEY (tenant_id, id, wording_n)
);
