package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/viceconsul/viceconsul/"

// mayImport is the plan of the house: what each package may import of this module
// ("below" it) and of other modules. What is not listed may not be imported.
var mayImport = map[string][]string{
	"interview/transcript/measure": {},
	"interview/transcript":         {"interview/transcript/measure"},
	"migrations":                   {"github.com/jackc/pgx/v5", "github.com/pressly/goose/v3", "github.com/riverqueue/river"},
	"questionbank":                 {"interview/transcript", "interview/transcript/measure", "go.yaml.in/yaml/v3", "github.com/kljensen/snowball"},
	"scoring":                      {"interview/transcript", "interview/transcript/measure", "questionbank"},
	"interview/program":            {"interview/transcript"},
	"interview":                    {"interview/transcript", "interview/transcript/measure", "questionbank", "scoring"},
	"interview/speech":             {"interview/transcript", "interview/transcript/measure"},
	"interview/store":              {"golang.org/x/sync"},
	"interview/live":               {"interview", "interview/store", "interview/transcript", "questionbank", "scoring", "github.com/google/uuid"},
	"interview/regrade":            {"interview/store", "interview/transcript", "questionbank", "scoring"},
	"interview/openai": {"interview", "interview/live", "interview/store", "interview/transcript", "interview/speech", "github.com/sashabaranov/go-openai", "github.com/kljensen/snowball",
		"github.com/cenkalti/backoff/v5", "github.com/sony/gobreaker/v2", "github.com/google/uuid", "golang.org/x/text"},
	"interview/openai/standin":       {},
	"interview/store/storetest":      {"interview/store", "github.com/google/go-cmp", "github.com/google/uuid"},
	"interview/store/sqlite":         {"interview/store", "migrations", "modernc.org/sqlite"},
	"interview/store/postgres":       {"interview/store", "migrations", "github.com/jackc/pgx/v5", "github.com/pgvector/pgvector-go", "github.com/riverqueue/river"},
	"questionbank/vectors":           {"questionbank"},
	"questionbank/vectors/shelftest": {"questionbank/vectors", "questionbank", "interview/transcript", "github.com/google/go-cmp"},
	"questionbank/pgbank":            {"questionbank/vectors", "github.com/jackc/pgx/v5", "github.com/pgvector/pgvector-go"},
	"questionbank/litebank":          {"questionbank/vectors"},
	"web": {
		"interview", "interview/live", "interview/program", "interview/regrade", "interview/store", "interview/transcript", "interview/speech", "questionbank", "scoring",
		"github.com/labstack/echo/v4", "github.com/gorilla/websocket", "github.com/google/uuid", "golang.org/x/time",
		"github.com/prometheus/client_golang", "codeberg.org/go-pdf/fpdf", "go.yaml.in/yaml/v3", "golang.org/x/text",
	},
}

// A listed package is what the go command says of it.
type listed struct {
	ImportPath string
	Imports    []string
}

func TestImportsFollowTheHouse(t *testing.T) {
	for _, p := range listPackages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		if strings.HasPrefix(name, "cmd/") {
			continue // cmd may import all
		}
		allowed, planned := mayImport[name]
		if !planned {
			t.Errorf("package %s has no place in the house; give it one in mayImport", name)
			continue
		}
		for _, imported := range p.Imports {
			imported = strings.TrimPrefix(imported, module)
			if !standard(imported) && !slices.ContainsFunc(allowed, covers(imported)) {
				t.Errorf("%s imports %s, which is not below it", name, imported)
			}
		}
	}
}

// covers reports whether an allowed path is the import: the package itself within
// this module, or any package of an allowed outside module.
func covers(imported string) func(string) bool {
	return func(allowed string) bool {
		outside := strings.Contains(strings.Split(allowed, "/")[0], ".")
		return imported == allowed || outside && strings.HasPrefix(imported, allowed+"/")
	}
}

// standard reports whether an import is the standard library's: no dot in its first element.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	if strings.Contains(first, ".") {
		return false
	}
	_, ours := mayImport[path]
	return !ours && first != "interview" && first != "cmd"
}

func listPackages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		switch err := dec.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all
		case err != nil:
			t.Fatalf("read go list: %v", err)
		}
		all = append(all, p)
	}
}

// TestLibcIsTheOneSQLiteWasBuiltFor holds the embedded database to its own C
// library: another version can corrupt silently.
func TestLibcIsTheOneSQLiteWasBuiltFor(t *testing.T) {
	list := func(args ...string) string {
		out, err := exec.CommandContext(t.Context(), "go", append([]string{"list", "-m"}, args...)...).Output()
		if err != nil {
			t.Fatalf("go list -m %v: %v", args, err)
		}
		return strings.TrimSpace(string(out))
	}
	used := list("-f", "{{.Version}}", "modernc.org/libc")
	out, err := exec.CommandContext(t.Context(), "go", "mod", "edit", "-json", list("-f", "{{.GoMod}}", "modernc.org/sqlite")).Output()
	if err != nil {
		t.Fatalf("read SQLite's go.mod: %v", err)
	}
	var mod struct {
		Require []struct{ Path, Version string }
	}
	if err := json.Unmarshal(out, &mod); err != nil {
		t.Fatal(err)
	}
	for _, r := range mod.Require {
		if r.Path == "modernc.org/libc" && r.Version != used {
			t.Errorf("modernc.org/libc is %s; SQLite was built for %s", used, r.Version)
		}
	}
}
