package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

const insertReading = `
	INSERT INTO readings (interview, revision, due_at)
	SELECT n, ?3, ?4 FROM interviews WHERE tenant_id = ?1 AND id = ?2`

// Revise stores the revision that follows the newest one, and with Due its reading.
func (s *Store) Revise(ctx context.Context, tenant, id string, r store.Revision) error {
	if err := r.Check(); err != nil {
		return err
	}
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		var newest int
		err = tx.tx.QueryRowContext(ctx, `
			SELECT coalesce(max(t.revision), 0)
			FROM   interviews i
			JOIN   transcripts t ON t.interview = i.n
			WHERE  i.tenant_id = ? AND i.id = ?`, tenant, id).Scan(&newest)
		if err != nil {
			return nil, err
		}
		if newest == 0 {
			return store.ErrNotFound, nil
		}
		stored, err := insertRevision(ctx, tx, tenant, id, r)
		if err == nil && !stored {
			refused = fmt.Errorf("%w: revision %d is the newest", store.ErrConflict, newest)
		}
		return refused, err
	})
	if err == nil && r.Due {
		s.wake()
	}
	return wrap(err, "revise the transcript of interview %s", id)
}

// insertRevision stores a revision and its reading, or neither.
func insertRevision(ctx context.Context, tx *transaction, tenant, id string, r store.Revision) (stored bool, err error) {
	hash := sha256.Sum256(r.Body)
	rows, err := tx.exec(ctx, insertTranscript, tenant, id, r.N, r.Cause, r.About, r.Due, string(r.Body), hash[:], micros(r.At))
	if err != nil || rows == 0 {
		return false, err
	}
	if r.Due {
		_, err = tx.exec(ctx, insertReading, tenant, id, r.N, micros(time.Now()))
	}
	return true, err
}

// selectRevision reads revisions with their bodies.
const selectRevision = `
	SELECT i.id, t.revision, t.cause, t.about, t.due, t.sealed_at, t.body, t.hash
	FROM   interviews i
	JOIN   transcripts t ON t.interview = i.n
	WHERE  i.tenant_id = ?1 AND i.id = ?2`

// Sealed returns the newest revision of the graded transcript. One that no longer matches
// its hash is an error.
func (s *Store) Sealed(ctx context.Context, tenant, id string) ([]byte, error) {
	r, err := s.Revision(ctx, tenant, id, 0)
	return r.Body, err
}

// Revision returns one revision, the newest for 0. One that no longer matches its hash is
// an error.
func (s *Store) Revision(ctx context.Context, tenant, id string, n int) (store.Revision, error) {
	r, err := scanRevision(s.row(ctx, selectRevision+`
		AND      (?3 = 0 OR t.revision = ?3)
		ORDER BY t.revision DESC
		LIMIT    1`, tenant, id, n))
	return r, wrap(err, "transcript of interview %s", id)
}

// Revisions returns all revisions in order, without their bodies.
func (s *Store) Revisions(ctx context.Context, tenant, id string) ([]store.Revision, error) {
	all, err := collect(ctx, s, scanRevisionHead, `
		SELECT   t.revision, t.cause, t.about, t.due, t.sealed_at
		FROM     interviews i
		JOIN     transcripts t ON t.interview = i.n
		WHERE    i.tenant_id = ? AND i.id = ?
		ORDER BY t.revision`, tenant, id)
	return all, wrap(err, "revisions of interview %s", id)
}

// Transcripts returns the newest revisions of an applicant's sealed transcripts of one
// category, those of the newest interviews first.
func (s *Store) Transcripts(ctx context.Context, tenant, applicant, category string, limit int) ([][]byte, error) {
	all, err := collect(ctx, s, scanSealed, `
		SELECT   i.id, t.revision, t.body, t.hash
		FROM     interviews i
		JOIN     transcripts t ON t.interview = i.n
		     AND t.revision = (SELECT max(revision) FROM transcripts WHERE interview = i.n)
		WHERE    i.tenant_id = ? AND i.applicant_id = ? AND i.category = ?
		ORDER BY i.created_at DESC, i.id DESC
		LIMIT    ?`, tenant, applicant, category, limit)
	return all, wrap(err, "transcripts of applicant %s", applicant)
}

func scanSealed(r row) ([]byte, error) {
	var id string
	var n int
	var body, hash []byte
	if err := r.Scan(&id, &n, &body, &hash); err != nil {
		return nil, err
	}
	return body, unchanged(body, hash, id, n)
}

func scanRevision(from row) (r store.Revision, err error) {
	var id string
	var at int64
	var hash []byte
	if err := from.Scan(&id, &r.N, &r.Cause, &r.About, &r.Due, &at, &r.Body, &hash); err != nil {
		return store.Revision{}, err
	}
	r.At = moment(at)
	if err := unchanged(r.Body, hash, id, r.N); err != nil {
		return store.Revision{}, err
	}
	return r, nil
}

func scanRevisionHead(from row) (r store.Revision, err error) {
	var at int64
	err = from.Scan(&r.N, &r.Cause, &r.About, &r.Due, &at)
	r.At = moment(at)
	return r, err
}

// unchanged is an error when a transcript is not as it was stored.
func unchanged(body, hash []byte, id string, n int) error {
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], hash) {
		return fmt.Errorf("revision %d of interview %s does not match its hash: it was changed after sealing", n, id)
	}
	return nil
}
