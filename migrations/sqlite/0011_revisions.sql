-- A sealed interview may be graded again: its transcripts are numbered from 1, what was
-- sealed with the interview, and none is ever changed. Each says its cause; a cause is
-- about something, the revision that a model read or the turn that was corrected, and
-- comes once for it: so nothing is graded twice. due says that a model is still to read
-- it: until another revision follows, it is being read.
-- SQLite cannot change a key: the table is copied once, some 30 kB an interview.

-- +goose Up
CREATE TABLE revisions (
    interview INTEGER NOT NULL,
    revision  INTEGER NOT NULL,
    cause     TEXT    NOT NULL,
    about     TEXT    NOT NULL,
    due       INTEGER NOT NULL,
    body      TEXT    NOT NULL,
    hash      BLOB    NOT NULL,
    sealed_at INTEGER NOT NULL,
    CONSTRAINT transcripts_pk PRIMARY KEY (interview, revision),
    CONSTRAINT transcripts_cause_once UNIQUE (interview, cause, about),
    CONSTRAINT transcripts_of_interview FOREIGN KEY (interview) REFERENCES interviews (n) ON DELETE CASCADE,
    CONSTRAINT transcripts_revision_positive CHECK (revision > 0),
    CONSTRAINT transcripts_due_boolean CHECK (due IN (0, 1)),
    CONSTRAINT transcripts_hash_is_sha256 CHECK (length(hash) = 32)
) STRICT;
INSERT INTO revisions (interview, revision, cause, about, due, body, hash, sealed_at)
SELECT interview, 1, 'rules', '', 0, body, hash, sealed_at FROM transcripts;
DROP TABLE transcripts;
ALTER TABLE revisions RENAME TO transcripts;
