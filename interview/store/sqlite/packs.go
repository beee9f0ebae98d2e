package sqlite

import (
	"context"

	"github.com/viceconsul/viceconsul/interview/store"
)

// SavePack stores the next version of a pack.
func (s *Store) SavePack(ctx context.Context, p store.Pack) error {
	if err := p.Check(); err != nil {
		return wrap(err, "save pack %s", p.Name)
	}
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		stored, err := tx.exec(ctx, `
			INSERT INTO packs (tenant_id, name, version, hash, body, imported_at)
			SELECT ?1, ?2, ?3, ?4, ?5, ?6
			WHERE  ?3 = 1 + (SELECT coalesce(max(version), 0) FROM packs WHERE tenant_id = ?1 AND name = ?2)`,
			p.Tenant, p.Name, p.Version, p.Hash, string(p.Body), micros(p.Imported))
		if err == nil && stored == 0 {
			refused = store.ErrConflict
		}
		return refused, err
	})
	return wrap(err, "save version %d of pack %s", p.Version, p.Name)
}

// Packs returns the newest version of every pack, by name.
func (s *Store) Packs(ctx context.Context, tenant string) (all []store.Pack, err error) {
	const newest = `
		SELECT tenant_id, name, version, hash, body, imported_at
		FROM   packs p
		WHERE  tenant_id = ?1
		AND    version = (SELECT max(version) FROM packs WHERE tenant_id = ?1 AND name = p.name)
		ORDER BY name`
	stmt, err := s.query(ctx, newest) //nolint:sqlclosecheck // lives as long as the handle
	if err != nil {
		return nil, wrap(err, "packs")
	}
	rows, err := stmt.QueryContext(ctx, tenant)
	if err != nil {
		return nil, wrap(err, "packs")
	}
	defer rows.Close()
	for rows.Next() {
		var p store.Pack
		var imported int64
		if err := rows.Scan(&p.Tenant, &p.Name, &p.Version, &p.Hash, &p.Body, &imported); err != nil {
			return nil, wrap(err, "packs")
		}
		p.Imported = moment(imported)
		all = append(all, p)
	}
	return all, wrap(rows.Err(), "packs")
}
