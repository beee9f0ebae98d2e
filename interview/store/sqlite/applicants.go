package sqlite

import (
	"context"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

// CreateApplicant stores a new applicant known by the hash of a key.
func (s *Store) CreateApplicant(ctx context.Context, a store.Applicant, keyHash [32]byte) error {
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		created, err := tx.exec(ctx, `
			INSERT INTO applicants (tenant_id, id, key_hash, created_at) VALUES (?, ?, ?, ?)
			ON CONFLICT DO NOTHING`,
			a.Tenant, a.ID, keyHash[:], micros(a.Created))
		if err == nil && created == 0 {
			refused = store.ErrConflict
		}
		return refused, err
	})
	return wrap(err, "create applicant %s", a.ID)
}

// ApplicantByKey returns whose key it is.
func (s *Store) ApplicantByKey(ctx context.Context, keyHash [32]byte) (store.Applicant, error) {
	var a store.Applicant
	var created int64
	err := s.row(ctx, `
		SELECT tenant_id, id, created_at FROM applicants WHERE key_hash = ?`, keyHash[:]).
		Scan(&a.Tenant, &a.ID, &created)
	if err != nil {
		return store.Applicant{}, wrap(err, "applicant by key")
	}
	a.Created = moment(created)
	return a, nil
}

// EraseApplicant removes an applicant with everything that is theirs.
func (s *Store) EraseApplicant(ctx context.Context, tenant, id string) error {
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		gone, err := tx.exec(ctx, `DELETE FROM applicants WHERE tenant_id = ? AND id = ?`, tenant, id)
		if err == nil && gone == 0 {
			return store.ErrNotFound, nil
		}
		if err == nil {
			_, err = tx.exec(ctx, `
				DELETE FROM spending
				WHERE  tenant_id = ?1 AND (book = ?2 AND owner = ?3
				OR     book = ?4 AND owner IN (SELECT id FROM interviews WHERE tenant_id = ?1 AND applicant_id = ?3))`,
				tenant, store.ApplicantBook, id, store.InterviewBook)
		}
		for _, table := range []string{"interviews", "profiles", "pages"} {
			if err == nil {
				_, err = tx.exec(ctx, `DELETE FROM `+table+` WHERE tenant_id = ? AND applicant_id = ?`, tenant, id)
			}
		}
		return nil, err
	})
	return wrap(err, "erase applicant %s", id)
}

// SaveProfile stores the profile's JSON in place of the last.
func (s *Store) SaveProfile(ctx context.Context, tenant, applicant, category string, profile []byte) error {
	if err := store.CheckText(profile); err != nil {
		return wrap(err, "save profile of applicant %s", applicant)
	}
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		_, err = tx.exec(ctx, `
			INSERT INTO profiles (tenant_id, applicant_id, category, body, saved_at) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (tenant_id, applicant_id, category)
			DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
			tenant, applicant, category, string(profile), micros(time.Now()))
		return nil, err
	})
	return wrap(err, "save profile of applicant %s", applicant)
}

// SavePage stores the page's JSON in place of the last.
func (s *Store) SavePage(ctx context.Context, tenant, applicant, category, name string, page []byte) error {
	if err := store.CheckText(page); err != nil {
		return wrap(err, "save page %s of applicant %s", name, applicant)
	}
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		_, err = tx.exec(ctx, `
			INSERT INTO pages (tenant_id, applicant_id, category, name, body, saved_at) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (tenant_id, applicant_id, category, name)
			DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
			tenant, applicant, category, name, string(page), micros(time.Now()))
		return nil, err
	})
	return wrap(err, "save page %s of applicant %s", name, applicant)
}

// Page returns the stored JSON.
func (s *Store) Page(ctx context.Context, tenant, applicant, category, name string) ([]byte, error) {
	var body []byte
	err := s.row(ctx, `
		SELECT body FROM pages WHERE tenant_id = ? AND applicant_id = ? AND category = ? AND name = ?`,
		tenant, applicant, category, name).Scan(&body)
	return body, wrap(err, "page %s of applicant %s", name, applicant)
}

// ErasePage removes a page.
func (s *Store) ErasePage(ctx context.Context, tenant, applicant, category, name string) error {
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		_, err = tx.exec(ctx, `
			DELETE FROM pages WHERE tenant_id = ? AND applicant_id = ? AND category = ? AND name = ?`,
			tenant, applicant, category, name)
		return nil, err
	})
	return wrap(err, "erase page %s of applicant %s", name, applicant)
}

// Profile returns the stored JSON.
func (s *Store) Profile(ctx context.Context, tenant, applicant, category string) ([]byte, error) {
	var body []byte
	err := s.row(ctx, `
		SELECT body FROM profiles WHERE tenant_id = ? AND applicant_id = ? AND category = ?`,
		tenant, applicant, category).Scan(&body)
	return body, wrap(err, "profile of applicant %s", applicant)
}
