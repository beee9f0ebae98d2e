package main

import (
	"strings"
	"testing"
)

func TestMigrate(t *testing.T) {
	address := freshSchema(t)
	t.Setenv("DATABASE_URL", address)
	t.Setenv("PORT", "")

	code, _, errs := ran(t, "", "serve", "--listen", "127.0.0.1:0")
	if code != exitFailure || !strings.Contains(errs, "migrate up") {
		t.Errorf("serving an empty schema: exit %d, err %q; want the command that mends it", code, errs)
	}
	for _, step := range []struct {
		command, want string
	}{
		{"status", "pending"},
		{"up", "applied 0001_"},
		{"up", "the schema is up to date"},
		{"status", "applied"},
	} {
		code, out, errs := ran(t, "", "migrate", step.command)
		if code != exitFine || !strings.Contains(out, step.want) {
			t.Errorf("migrate %s: exit %d, out %q, err %q; want %q", step.command, code, out, errs, step.want)
		}
	}
}

func TestMigrateNeedsAnAddress(t *testing.T) {
	t.Setenv("DATABASE_URL", "")
	for _, args := range [][]string{{"migrate", "up"}, {"migrate", "up", "--database-url", "nonsense://"}} {
		if code, _, errs := ran(t, "", args...); code != exitUnusable || errs == "" {
			t.Errorf("%v: exit %d, err %q; want exit 2 and a reason", args, code, errs)
		}
	}
}
