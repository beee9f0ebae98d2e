-- Who may come back, known by a key of which only the SHA-256 is kept. The key alone is
-- shown by a returning browser, before any tenant is known, so its index is the one
-- unique key here that does not begin with the tenant.
-- IDs are compared byte by byte (COLLATE "C"): the same order as SQLite, and cheaper.

-- +goose Up
CREATE TABLE applicants (
    tenant_id  uuid             NOT NULL,
    id         text COLLATE "C" NOT NULL,
    key_hash   bytea            NOT NULL,
    created_at timestamptz      NOT NULL,
    CONSTRAINT applicants_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT applicants_key_hash_once UNIQUE (key_hash),
    CONSTRAINT applicants_key_hash_is_sha256 CHECK (octet_length(key_hash) = 32)
);
