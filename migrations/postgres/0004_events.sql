-- What happened in each interview, in order. Each turn is answered once and each of a
-- client's IDs counts once, whatever the server believes: the two partial indexes hold
-- that for the price of two entries an answer and none for other events.

-- +goose Up
CREATE TABLE events (
    tenant_id    uuid             NOT NULL,
    interview_id text COLLATE "C" NOT NULL,
    "offset"     bigint           NOT NULL,
    name         text COLLATE "C" NOT NULL,
    turn         bigint           NOT NULL,
    client       text COLLATE "C",
    at           timestamptz      NOT NULL,
    body         text             NOT NULL,
    CONSTRAINT events_pk PRIMARY KEY (tenant_id, interview_id, "offset"),
    CONSTRAINT events_of_interview FOREIGN KEY (tenant_id, interview_id)
        REFERENCES interviews (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT events_offset_positive CHECK ("offset" > 0),
    CONSTRAINT events_turn_not_negative CHECK (turn >= 0)
);
CREATE UNIQUE INDEX events_turn_answered_once ON events (tenant_id, interview_id, turn) WHERE name = 'answered';
CREATE UNIQUE INDEX events_client_once ON events (tenant_id, interview_id, client) WHERE client IS NOT NULL;
