-- The vectors of the bank's wordings by an endpoint's model, a set for each model and
-- width, so that one can take another's place while the bank is searched. A vector is
-- its numbers as little-endian float32. Without such a model nothing stands here.

-- +goose Up
CREATE TABLE question_models (
    tenant_id  TEXT    NOT NULL,
    model      TEXT    NOT NULL,
    dimensions INTEGER NOT NULL CHECK (dimensions > 0),
    whole_at   INTEGER,
    PRIMARY KEY (tenant_id, model, dimensions)
) WITHOUT ROWID;
CREATE TABLE question_vectors (
    tenant_id  TEXT    NOT NULL,
    model      TEXT    NOT NULL,
    dimensions INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    wording_n  INTEGER NOT NULL,
    wording    TEXT    NOT NULL,
    embedding  BLOB    NOT NULL CHECK (length(embedding) = 4 * dimensions),
    PRIMARY KEY (tenant_id, model, dimensions, id, wording_n),
    FOREIGN KEY (tenant_id, model, dimensions) REFERENCES question_models (tenant_id, model, dimensions) ON DELETE CASCADE
);
