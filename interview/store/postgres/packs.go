package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/viceconsul/viceconsul/interview/store"
)

// SavePack stores the next version of a pack. Of two at once the primary key refuses one.
func (s *Store) SavePack(ctx context.Context, p store.Pack) error {
	if err := p.Check(); err != nil {
		return wrap(err, "save pack %s", p.Name)
	}
	stored, err := s.exec(ctx, `
		INSERT INTO packs (tenant_id, name, version, hash, body, imported_at)
		SELECT $1::uuid, $2::text, $3::integer, $4, $5, $6::timestamptz
		WHERE  $3 = 1 + (SELECT coalesce(max(version), 0) FROM packs WHERE tenant_id = $1 AND name = $2)`,
		p.Tenant, p.Name, p.Version, p.Hash, string(p.Body), p.Imported)
	if err == nil && stored == 0 {
		err = store.ErrConflict
	}
	return wrap(err, "save version %d of pack %s", p.Version, p.Name)
}

// Packs returns the newest version of every pack, by name.
func (s *Store) Packs(ctx context.Context, tenant string) (all []store.Pack, err error) {
	err = s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		rows, err := conn.Query(ctx, `
			SELECT DISTINCT ON (name) tenant_id::text, name, version, hash, convert_to(body, 'UTF8'), imported_at
			FROM   packs
			WHERE  tenant_id = $1
			ORDER BY name, version DESC`, tenant)
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(rows, pgx.RowToStructByPos[store.Pack])
		return err
	})
	for i := range all {
		all[i].Imported = all[i].Imported.UTC()
	}
	return all, wrap(err, "packs")
}
