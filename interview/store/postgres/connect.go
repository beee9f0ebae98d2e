package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	pgxvec "github.com/pgvector/pgvector-go/pgx"

	"github.com/viceconsul/viceconsul/migrations"
)

// Limits that the server keeps for each connection (source: the security requirements).
const (
	statementTimeout = 5 * time.Second
	lockTimeout      = 2 * time.Second
	idleTimeout      = 10 * time.Second // inside a transaction
)

// connectTimeout bounds one attempt to connect, where the address gives no other, and
// maxConnections the pool, where it does not: the committers and as many for reading
// (our judgement).
const (
	connectTimeout = 5 * time.Second
	maxConnections = 2 * committers
)

// OpenPlain opens a database for migrations: without the limits of the pool and without
// a look at the schema, but under the same rules for the connection.
func OpenPlain(url string) (*sql.DB, error) {
	config, err := parse(url)
	if err != nil {
		return nil, err
	}
	return stdlib.OpenDB(*config.ConnConfig), nil
}

// parse reads an address and refuses what is not safe to use.
func parse(url string) (*pgxpool.Config, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("postgres: %w", err) // pgx leaves the password out
	}
	if config.ConnConfig.DefaultQueryExecMode == pgx.QueryExecModeSimpleProtocol {
		return nil, errors.New("postgres: default_query_exec_mode=simple_protocol mixes values into SQL: leave it out, or use exec behind a pooler")
	}
	if err := checkTLS(&config.ConnConfig.Config); err != nil {
		return nil, err
	}
	if !strings.Contains(url, "connect_timeout") {
		config.ConnConfig.ConnectTimeout = connectTimeout
	}
	return config, nil
}

// poolConfig is what the pool runs with.
func poolConfig(url string) (*pgxpool.Config, error) {
	config, err := parse(url)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(url, "pool_max_conns") {
		config.MaxConns = maxConnections
	}
	for name, limit := range map[string]time.Duration{
		"statement_timeout":                   statementTimeout,
		"lock_timeout":                        lockTimeout,
		"idle_in_transaction_session_timeout": idleTimeout,
	} {
		config.ConnConfig.RuntimeParams[name] = strconv.FormatInt(limit.Milliseconds(), 10)
	}
	config.AfterConnect = registerVectors
	return config, nil
}

// registerVectors makes a connection speak pgvector's binary form, where it is installed:
// as text the same query takes fifty times as long (measured).
func registerVectors(ctx context.Context, conn *pgx.Conn) error {
	var installed bool
	if err := conn.QueryRow(ctx, "SELECT to_regtype('vector') IS NOT NULL").Scan(&installed); err != nil || !installed {
		return err
	}
	return pgxvec.RegisterTypes(ctx, conn)
}

// checkTLS refuses a connection that leaves this machine without proof of who answers.
// pgx keeps a list: the further hosts, and the weaker attempts that sslmode allows.
func checkTLS(config *pgconn.Config) error {
	all := []*pgconn.FallbackConfig{{Host: config.Host, TLSConfig: config.TLSConfig}}
	for _, c := range append(all, config.Fallbacks...) {
		verified := c.TLSConfig != nil && !c.TLSConfig.InsecureSkipVerify && c.TLSConfig.ServerName != ""
		if !verified && !local(c.Host) {
			return fmt.Errorf("postgres: the connection to %s would not be verified: add sslmode=verify-full to the address, and sslrootcert=FILE for an authority of your own", c.Host)
		}
	}
	return nil
}

// local reports whether a host is this machine: a socket's directory or the loopback.
func local(host string) bool {
	return host == "localhost" || strings.HasPrefix(host, "/") || strings.HasPrefix(host, "@") ||
		net.ParseIP(host).IsLoopback()
}

// checkSchema refuses a database that lacks a migration this program knows. Later ones
// are fine: during an upgrade the new schema serves old servers too.
func checkSchema(ctx context.Context, url string) error {
	db, err := OpenPlain(url)
	if err != nil {
		return err
	}
	all, err := migrations.Status(ctx, db, migrations.Postgres)
	if err := errors.Join(err, db.Close()); err != nil {
		return fmt.Errorf("postgres: read the state of the schema: %w", err)
	}
	for _, m := range all {
		if m.State == migrations.Pending {
			return fmt.Errorf("postgres: the schema is not up to date, %s and what follows is missing: run `viceconsul migrate up`, or start with `viceconsul serve --migrate`", m.Name)
		}
	}
	return nil
}

// checkDurability refuses a server that may lose what it has acknowledged.
func checkDurability(ctx context.Context, conn *pgxpool.Conn) error {
	rows, err := conn.Query(ctx, `
		SELECT name FROM pg_settings
		WHERE  name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
		ORDER BY name`)
	if err != nil {
		return err
	}
	off, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return err
	}
	if len(off) > 0 {
		return fmt.Errorf("%s is off, so acknowledged answers could be lost: turn it on", strings.Join(off, ", "))
	}
	return nil
}
