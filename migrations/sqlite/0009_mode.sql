-- How an interview is held, "exam" or "coach": lists of interviews say it, so that nobody
-- compares what was coached with what was not. Adding a column with a constant default
-- rewrites no row.

-- +goose Up
ALTER TABLE interviews ADD COLUMN mode TEXT NOT NULL DEFAULT 'exam';
