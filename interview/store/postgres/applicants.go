package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/viceconsul/viceconsul/interview/store"
)

const insertApplicant = `
	INSERT INTO applicants (tenant_id, id, key_hash, created_at) VALUES ($1, $2, $3, $4)`

// CreateApplicant stores a new applicant known by the hash of a key.
func (s *Store) CreateApplicant(ctx context.Context, a store.Applicant, keyHash [32]byte) error {
	err := s.batcher.Do(ctx, write{
		tenant: a.Tenant, id: a.ID,
		statements: []statement{{insertApplicant, []any{a.Tenant, a.ID, keyHash[:], a.Created}}},
	})
	return wrap(err, "create applicant %s", a.ID)
}

// ApplicantByKey returns whose key it is.
func (s *Store) ApplicantByKey(ctx context.Context, keyHash [32]byte) (store.Applicant, error) {
	var a store.Applicant
	err := s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		return conn.QueryRow(ctx, `
			SELECT tenant_id::text, id, created_at FROM applicants WHERE key_hash = $1`, keyHash[:]).
			Scan(&a.Tenant, &a.ID, &a.Created)
	})
	if err != nil {
		return store.Applicant{}, wrap(err, "applicant by key")
	}
	a.Created = a.Created.UTC()
	return a, nil
}

// EraseApplicant removes an applicant with everything that is theirs.
func (s *Store) EraseApplicant(ctx context.Context, tenant, id string) error {
	err := s.together(ctx, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `DELETE FROM interviews WHERE tenant_id = $1 AND applicant_id = $2 RETURNING id`, tenant, id)
		if err != nil {
			return err
		}
		interviews, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err == nil {
			err = deleteReadings(ctx, tx, tenant, interviews)
		}
		if err == nil {
			_, err = tx.Exec(ctx, `
				DELETE FROM spending
				WHERE  tenant_id = $1 AND (book = $2 AND owner = ANY ($3) OR book = $4 AND owner = $5)`,
				tenant, store.InterviewBook, interviews, store.ApplicantBook, id)
		}
		if err != nil {
			return err
		}
		tag, err := tx.Exec(ctx, `
			WITH gone_profiles AS (DELETE FROM profiles WHERE tenant_id = $1 AND applicant_id = $2),
			     gone_pages    AS (DELETE FROM pages    WHERE tenant_id = $1 AND applicant_id = $2)
			DELETE FROM applicants WHERE tenant_id = $1 AND id = $2`, tenant, id)
		if err == nil && tag.RowsAffected() == 0 {
			err = store.ErrNotFound
		}
		return err
	})
	return wrap(err, "erase applicant %s", id)
}

// SaveProfile stores the profile's JSON in place of the last.
func (s *Store) SaveProfile(ctx context.Context, tenant, applicant, category string, profile []byte) error {
	if err := store.CheckText(profile); err != nil {
		return wrap(err, "save profile of applicant %s", applicant)
	}
	_, err := s.exec(ctx, `
		INSERT INTO profiles (tenant_id, applicant_id, category, body, saved_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (tenant_id, applicant_id, category)
		DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
		tenant, applicant, category, profile, time.Now())
	return wrap(err, "save profile of applicant %s", applicant)
}

// SavePage stores the page's JSON in place of the last.
func (s *Store) SavePage(ctx context.Context, tenant, applicant, category, name string, page []byte) error {
	if err := store.CheckText(page); err != nil {
		return wrap(err, "save page %s of applicant %s", name, applicant)
	}
	_, err := s.exec(ctx, `
		INSERT INTO pages (tenant_id, applicant_id, category, name, body, saved_at) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (tenant_id, applicant_id, category, name)
		DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
		tenant, applicant, category, name, page, time.Now())
	return wrap(err, "save page %s of applicant %s", name, applicant)
}

// Page returns the stored JSON.
func (s *Store) Page(ctx context.Context, tenant, applicant, category, name string) ([]byte, error) {
	var body []byte
	err := s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		return conn.QueryRow(ctx, `
			SELECT body FROM pages WHERE tenant_id = $1 AND applicant_id = $2 AND category = $3 AND name = $4`,
			tenant, applicant, category, name).Scan(&body)
	})
	return body, wrap(err, "page %s of applicant %s", name, applicant)
}

// ErasePage removes a page.
func (s *Store) ErasePage(ctx context.Context, tenant, applicant, category, name string) error {
	_, err := s.exec(ctx, `
		DELETE FROM pages WHERE tenant_id = $1 AND applicant_id = $2 AND category = $3 AND name = $4`,
		tenant, applicant, category, name)
	return wrap(err, "erase page %s of applicant %s", name, applicant)
}

// Profile returns the stored JSON.
func (s *Store) Profile(ctx context.Context, tenant, applicant, category string) ([]byte, error) {
	var body []byte
	err := s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		return conn.QueryRow(ctx, `
			SELECT body FROM profiles WHERE tenant_id = $1 AND applicant_id = $2 AND category = $3`,
			tenant, applicant, category).Scan(&body)
	})
	return body, wrap(err, "profile of applicant %s", applicant)
}
