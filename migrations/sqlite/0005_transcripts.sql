-- The graded transcript of a closed interview, exactly as it was sealed, with its
-- SHA-256: reading compares them, so a change from outside does not go unnoticed.

-- +goose Up
CREATE TABLE transcripts (
    interview INTEGER NOT NULL,
    body      TEXT    NOT NULL,
    hash      BLOB    NOT NULL,
    sealed_at INTEGER NOT NULL,
    CONSTRAINT transcripts_pk PRIMARY KEY (interview),
    CONSTRAINT transcripts_of_interview FOREIGN KEY (interview) REFERENCES interviews (n) ON DELETE CASCADE,
    CONSTRAINT transcripts_hash_is_sha256 CHECK (length(hash) = 32)
) STRICT;
