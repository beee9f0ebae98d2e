-- What happened in each interview, in order. Each turn is answered once and each of a
-- client's IDs counts once, whatever the server believes: the two partial indexes hold
-- that for the price of two entries an answer and none for other events.

-- +goose Up
CREATE TABLE events (
    interview INTEGER NOT NULL,
    "offset"  INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    turn      INTEGER NOT NULL,
    client    TEXT,
    at        INTEGER NOT NULL,
    body      TEXT    NOT NULL,
    CONSTRAINT events_pk PRIMARY KEY (interview, "offset"),
    CONSTRAINT events_of_interview FOREIGN KEY (interview) REFERENCES interviews (n) ON DELETE CASCADE,
    CONSTRAINT events_offset_positive CHECK ("offset" > 0),
    CONSTRAINT events_turn_not_negative CHECK (turn >= 0)
) STRICT;
CREATE UNIQUE INDEX events_turn_answered_once ON events (interview, turn) WHERE name = 'answered';
CREATE UNIQUE INDEX events_client_once ON events (interview, client) WHERE client IS NOT NULL;
