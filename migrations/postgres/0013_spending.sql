-- What model calls have used, in books: the house's of a day (its owner is ''), an
-- applicant's of a day, an interview's from its start to its end. A call writes the most
-- it can use into all its books before it is sent, or is not sent when that would pass a
-- cap; afterwards what it has used stands in its place. A book of a day that is over is
-- begun anew by its next call, so there is one row for each owner. Every call updates the
-- house's row: no index holds what changes, and half of each page is left free for it.

-- +goose Up
CREATE TABLE spending (
    tenant_id  uuid             NOT NULL,
    book       text COLLATE "C" NOT NULL,
    owner      text COLLATE "C" NOT NULL,
    day        text COLLATE "C" NOT NULL,
    calls      bigint           NOT NULL,
    prompt     bigint           NOT NULL,
    completion bigint           NOT NULL,
    assumed    bigint           NOT NULL,
    millis     bigint           NOT NULL,
    CONSTRAINT spending_pk PRIMARY KEY (tenant_id, book, owner)
) WITH (fillfactor = 50);
