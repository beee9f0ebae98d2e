-- A sealed interview may be graded again: its transcripts are numbered from 1, what was
-- sealed with the interview, and none is ever changed. Each says its cause; a cause is
-- about something, the revision that a model read or the turn that was corrected, and
-- comes once for it: so nothing is graded twice. due says that a model is still to read
-- it: until another revision follows, it is being read.
-- New columns with constant defaults rewrite no row; the key is built anew, which locks
-- the table for as long as that takes (transcripts are few: one an interview).

-- +goose Up
ALTER TABLE transcripts
    ADD COLUMN revision integer          NOT NULL DEFAULT 1,
    ADD COLUMN cause    text COLLATE "C" NOT NULL DEFAULT 'rules',
    ADD COLUMN about    text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN due      boolean          NOT NULL DEFAULT false,
    DROP CONSTRAINT transcripts_pk,
    ADD CONSTRAINT transcripts_pk PRIMARY KEY (tenant_id, interview_id, revision),
    ADD CONSTRAINT transcripts_cause_once UNIQUE (tenant_id, interview_id, cause, about),
    ADD CONSTRAINT transcripts_revision_positive CHECK (revision > 0);
