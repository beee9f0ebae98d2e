-- The type of question embeddings, from pgvector. Creating an extension takes a
-- superuser: where the server's role is none, one runs this line beforehand, and then
-- it changes nothing here.

-- +goose Up
CREATE EXTENSION IF NOT EXISTS vector;
