-- The second readings that are due, by number alone: which revision of which interview.
-- due_at is when the next attempt may begin. Whoever begins one moves it on by the time
-- an attempt may take: if they crash, it comes back by itself. attempt counts them and
-- tells a late worker that another one has it now.

-- +goose Up
CREATE TABLE readings (
    interview INTEGER NOT NULL,
    revision  INTEGER NOT NULL,
    attempt   INTEGER NOT NULL DEFAULT 0,
    due_at    INTEGER NOT NULL,
    CONSTRAINT readings_pk PRIMARY KEY (interview, revision),
    CONSTRAINT readings_of_interview FOREIGN KEY (interview) REFERENCES interviews (n) ON DELETE CASCADE
) STRICT;
CREATE INDEX readings_due ON readings (due_at);
