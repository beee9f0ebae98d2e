-- What model calls have used, in books: the house's of a day (its owner is ''), an
-- applicant's of a day, an interview's from its start to its end. A call writes the most
-- it can use into all its books before it is sent, or is not sent when that would pass a
-- cap; afterwards what it has used stands in its place. A book of a day that is over is
-- begun anew by its next call, so there is one row for each owner.

-- +goose Up
CREATE TABLE spending (
    tenant_id  TEXT    NOT NULL,
    book       TEXT    NOT NULL,
    owner      TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    calls      INTEGER NOT NULL,
    prompt     INTEGER NOT NULL,
    completion INTEGER NOT NULL,
    assumed    INTEGER NOT NULL,
    millis     INTEGER NOT NULL,
    CONSTRAINT spending_pk PRIMARY KEY (tenant_id, book, owner)
) STRICT;
