package postgres

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/viceconsul/viceconsul/interview/store"
)

// insertRevision stores the revision that follows the newest one. It touches no row when
// another stands there; one that comes to the same place at the same time meets the key.
const insertRevision = `
	INSERT INTO transcripts (tenant_id, interview_id, revision, cause, about, due, body, hash, sealed_at)
	SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
	WHERE  $3 = 1 + (SELECT max(revision) FROM transcripts WHERE tenant_id = $1 AND interview_id = $2)`

// Revise stores the revision that follows the newest one, and with Due its reading.
func (s *Store) Revise(ctx context.Context, tenant, id string, r store.Revision) error {
	if err := r.Check(); err != nil {
		return err
	}
	hash := sha256.Sum256(r.Body)
	err := s.together(ctx, func(ctx context.Context, tx pgx.Tx) error {
		stored, err := tx.Exec(ctx, insertRevision, tenant, id, r.N, r.Cause, r.About, r.Due, r.Body, hash[:], r.At)
		if err != nil {
			return err
		}
		if stored.RowsAffected() == 0 {
			return notNext(ctx, tx, tenant, id)
		}
		if r.Due {
			return s.enqueue(ctx, tx, tenant, id, r.N)
		}
		return nil
	})
	return wrap(err, "revise the transcript of interview %s", id)
}

// notNext says why a revision found no place.
func notNext(ctx context.Context, tx pgx.Tx, tenant, id string) error {
	var newest *int
	err := tx.QueryRow(ctx, `SELECT max(revision) FROM transcripts WHERE tenant_id = $1 AND interview_id = $2`, tenant, id).Scan(&newest)
	if err != nil {
		return err
	}
	if newest == nil {
		return store.ErrNotFound
	}
	return fmt.Errorf("%w: revision %d is the newest", store.ErrConflict, *newest)
}

// Sealed returns the newest revision of the graded transcript. One that no longer matches
// its hash is an error.
func (s *Store) Sealed(ctx context.Context, tenant, id string) ([]byte, error) {
	r, err := s.Revision(ctx, tenant, id, 0)
	return r.Body, err
}

// Revision returns one revision, the newest for 0. One that no longer matches its hash is
// an error.
func (s *Store) Revision(ctx context.Context, tenant, id string, n int) (r store.Revision, err error) {
	err = s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		r, err = one(ctx, conn, scanRevision, `
			SELECT   interview_id, revision, cause, about, due, sealed_at, body, hash
			FROM     transcripts
			WHERE    tenant_id = $1 AND interview_id = $2 AND ($3 = 0 OR revision = $3)
			ORDER BY revision DESC
			LIMIT    1`, tenant, id, n)
		return err
	})
	return r, wrap(err, "transcript of interview %s", id)
}

// Revisions returns all revisions in order, without their bodies.
func (s *Store) Revisions(ctx context.Context, tenant, id string) ([]store.Revision, error) {
	all, err := many(ctx, s, scanRevisionHead, `
		SELECT   revision, cause, about, due, sealed_at
		FROM     transcripts
		WHERE    tenant_id = $1 AND interview_id = $2
		ORDER BY revision`, tenant, id)
	return all, wrap(err, "revisions of interview %s", id)
}

// Transcripts returns the newest revisions of an applicant's sealed transcripts of one
// category, those of the newest interviews first.
func (s *Store) Transcripts(ctx context.Context, tenant, applicant, category string, limit int) ([][]byte, error) {
	all, err := many(ctx, s, scanSealed, `
		SELECT   i.id, t.revision, t.body, t.hash
		FROM     interviews i
		CROSS JOIN LATERAL (
			SELECT   revision, body, hash
			FROM     transcripts
			WHERE    tenant_id = i.tenant_id AND interview_id = i.id
			ORDER BY revision DESC
			LIMIT    1
		) t
		WHERE    i.tenant_id = $1 AND i.applicant_id = $2 AND i.category = $3
		ORDER BY i.created_at DESC, i.id DESC
		LIMIT    $4`, tenant, applicant, category, limit)
	return all, wrap(err, "transcripts of applicant %s", applicant)
}

func scanSealed(row pgx.CollectableRow) ([]byte, error) {
	var id string
	var n int
	var body, hash []byte
	if err := row.Scan(&id, &n, &body, &hash); err != nil {
		return nil, err
	}
	return body, unchanged(body, hash, id, n)
}

func scanRevision(row pgx.CollectableRow) (r store.Revision, err error) {
	var id string
	var hash []byte
	if err := row.Scan(&id, &r.N, &r.Cause, &r.About, &r.Due, &r.At, &r.Body, &hash); err != nil {
		return store.Revision{}, err
	}
	r.At = r.At.UTC()
	if err := unchanged(r.Body, hash, id, r.N); err != nil {
		return store.Revision{}, err
	}
	return r, nil
}

func scanRevisionHead(row pgx.CollectableRow) (r store.Revision, err error) {
	err = row.Scan(&r.N, &r.Cause, &r.About, &r.Due, &r.At)
	r.At = r.At.UTC()
	return r, err
}

// unchanged is an error when a transcript is not as it was stored.
func unchanged(body, hash []byte, id string, n int) error {
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], hash) {
		return fmt.Errorf("revision %d of interview %s does not match its hash: it was changed after sealing", n, id)
	}
	return nil
}
