-- Who may come back, known by a key of which only the SHA-256 is kept. The key alone is
-- shown by a returning browser, before any tenant is known, so its index is the one
-- unique key here that does not begin with the tenant.
-- Times in every table are microseconds since 1970 in UTC.

-- +goose Up
CREATE TABLE applicants (
    tenant_id  TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    key_hash   BLOB    NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT applicants_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT applicants_key_hash_once UNIQUE (key_hash),
    CONSTRAINT applicants_key_hash_is_sha256 CHECK (length(key_hash) = 32)
) STRICT;
