-- The head of each interview's log. Every append changes last_offset and
-- active_at, so no index may contain them: such updates stay on their page (HOT), for
-- which a fifth of each page is left free. The list of idle interviews scans the small
-- index of open ones instead.

-- +goose Up
CREATE TABLE interviews (
    tenant_id    uuid             NOT NULL,
    id           text COLLATE "C" NOT NULL,
    applicant_id text COLLATE "C" NOT NULL,
    category     text COLLATE "C" NOT NULL,
    epoch        bigint           NOT NULL,
    fence        bigint           NOT NULL DEFAULT 0,
    last_offset  bigint           NOT NULL,
    sealed       boolean          NOT NULL DEFAULT false,
    created_at   timestamptz      NOT NULL,
    active_at    timestamptz      NOT NULL,
    CONSTRAINT interviews_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT interviews_epoch_positive CHECK (epoch > 0)
) WITH (fillfactor = 80);
CREATE INDEX interviews_of_applicant ON interviews (tenant_id, applicant_id, created_at, id);
CREATE INDEX interviews_open ON interviews (tenant_id, id) WHERE NOT sealed;
