package migrations

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestCheckNumbers(t *testing.T) {
	tests := map[string]struct {
		names []string
		ok    bool
	}{
		"in order":    {[]string{"0001_a.sql", "0002_b.sql"}, true},
		"gap":         {[]string{"0001_a.sql", "0003_c.sql"}, false},
		"repeated":    {[]string{"0001_a.sql", "0002_b.sql", "0002_c.sql"}, false},
		"not from 1":  {[]string{"0002_b.sql"}, false},
		"no number":   {[]string{"0001_a.sql", "more.sql"}, false},
		"short digit": {[]string{"1_a.sql"}, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{}
			for _, n := range test.names {
				files[n] = &fstest.MapFile{}
			}
			if err := checkNumbers(files); (err == nil) != test.ok {
				t.Errorf("checkNumbers(%v) = %v, want ok %v", test.names, err, test.ok)
			}
		})
	}
}

func TestDialectsCountAlike(t *testing.T) {
	names := func(dialect Dialect) []string {
		paths, err := fs.Glob(files, string(dialect)+"/*.sql")
		if err != nil || len(paths) == 0 {
			t.Fatalf("no files for %s: %v", dialect, err)
		}
		for i, p := range paths {
			paths[i] = strings.TrimSuffix(path.Base(p), ".sql")
		}
		if dialect == Postgres {
			for _, m := range rivers {
				paths = append(paths, strings.TrimSuffix(m.Source, ".go"))
			}
		}
		slices.Sort(paths)
		return paths
	}
	if diff := cmp.Diff(names(SQLite), names(Postgres)); diff != "" {
		t.Errorf("file names differ (-sqlite +postgres):\n%s", diff)
	}
}
