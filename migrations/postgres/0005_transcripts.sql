-- The graded transcript of a closed interview, exactly as it was sealed, with its
-- SHA-256: reading compares them, so a change from outside does not go unnoticed.

-- +goose Up
CREATE TABLE transcripts (
    tenant_id    uuid             NOT NULL,
    interview_id text COLLATE "C" NOT NULL,
    body         text             NOT NULL,
    hash         bytea            NOT NULL,
    sealed_at    timestamptz      NOT NULL,
    CONSTRAINT transcripts_pk PRIMARY KEY (tenant_id, interview_id),
    CONSTRAINT transcripts_of_interview FOREIGN KEY (tenant_id, interview_id)
        REFERENCES interviews (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT transcripts_hash_is_sha256 CHECK (octet_length(hash) = 32)
);
