-- The vectors of the bank's wordings, a set for each embedding model and width, so that
-- one model can take another's place while the bank is searched. What a question is for
-- is the bank's to say, so the copy of it in questions goes; its vectors are made again
-- at the next start. The vectors have no fixed width, since the model is the operator's
-- choice; and no approximate index, which with a filter returns fewer rows than asked
-- for, and at this size saves nothing.

-- +goose Up
CREATE TABLE question_models (
    tenant_id  uuid             NOT NULL,
    model      text COLLATE "C" NOT NULL,
    dimensions integer          NOT NULL,
    whole_at   timestamptz,
    CONSTRAINT question_models_pk PRIMARY KEY (tenant_id, model, dimensions),
    CONSTRAINT question_models_dimensions_positive CHECK (dimensions > 0)
);
CREATE TABLE question_vectors (
    tenant_id  uuid             NOT NULL,
    model      text COLLATE "C" NOT NULL,
    dimensions integer          NOT NULL,
    id         text             NOT NULL,
    wording_n  integer          NOT NULL,
    wording    text             NOT NULL,
    embedding  vector           NOT NULL,
    CONSTRAINT question_vectors_pk PRIMARY KEY (tenant_id, model, dimensions, id, wording_n),
    CONSTRAINT question_vectors_width CHECK (vector_dims(embedding) = dimensions),
    CONSTRAINT question_vectors_model FOREIGN KEY (tenant_id, model, dimensions)
        REFERENCES question_models (tenant_id, model, dimensions) ON DELETE CASCADE
);
DROP TABLE questions;
