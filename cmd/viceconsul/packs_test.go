package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const sheetHead = "Pack;Pack title;Topic;ID;Question;Answer type;Profile fields\r\n"

const threeRows = sheetHead + "CLINIC;Ours;f.fund;CL1;Does the clinic lend you money for fees?;closed;finance.loan\r\n" +
	";;f.fund;CL2;'=Who signs the clinic's bursary?;closed;finance.sponsors\r\n;;b.ties;CL3;Who minds the clinic meanwhile?;open;employment.employer\r\n"

// A mentor's spreadsheet: imported, found, exported, imported again, shortened, refused.
func TestPackFromImportToExport(t *testing.T) {
	for name, place := range packPlaces(t) {
		t.Run(name, func(t *testing.T) { packStory(t, place(t)) })
	}
}

// packPlaces are flags for each store.
func packPlaces(t *testing.T) map[string]func(*testing.T) []string {
	return map[string]func(*testing.T) []string{
		"sqlite": func(t *testing.T) []string { return []string{"--data", t.TempDir()} },
		"postgres": func(t *testing.T) []string {
			address := freshSchema(t)
			if _, err := migrateUp(t.Context(), address); err != nil {
				t.Fatal(err)
			}
			return []string{"--database-url", address}
		},
	}
}

func packStory(t *testing.T, place []string) {
	file := filepath.Join(t.TempDir(), "clinic.csv")
	bank := func(want int, args ...string) (out, errs string) {
		t.Helper()
		code, out, errs := ran(t, "", append(append([]string{"bank"}, args...), place...)...)
		if code != want {
			t.Fatalf("bank %v: exit %d, want %d: %s", args, code, want, errs)
		}
		return out, errs
	}
	says := func(want string, args ...string) {
		t.Helper()
		if out, _ := bank(exitFine, args...); !strings.Contains(out, want) {
			t.Errorf("bank %v: no %q in:\n%s", args, want, out)
		}
	}
	write := func(name, text string) string {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	bank(exitUnusable, "export", "CLINIC")
	says("imported CLINIC, version 1: 3 questions, 0 retired", "import", write(file, threeRows))
	says("CLINIC is unchanged: version 1", "import", file)
	says("CL1", "list", "--topic", "f.fund", "--format", "text")
	says("CL3", "search", "--category", "B-2", "--format", "text", "who", "minds", "the", "clinic?")
	says("Who signs the clinic's bursary?", "show", "CL2")

	sheet, _ := bank(exitFine, "export", "CLINIC", "--format", "csv")
	if !strings.Contains(sheet, ",'=Who signs") {
		t.Errorf("a cell would be calculated:\n%s", sheet)
	}
	says("unchanged: version 1", "import", write(filepath.Join(t.TempDir(), "again.csv"), sheet))
	text, _ := bank(exitFine, "export", "CLINIC")
	says("unchanged: version 1", "import", write(filepath.Join(t.TempDir(), "again.yaml"), text))

	cut := strings.Join(strings.SplitAfter(threeRows, "\r\n")[:3], "")
	says("version 2: 2 questions, 1 retired", "import", write(file, cut))
	out, _ := bank(exitFine, "list", "--format", "text")
	if strings.Contains(out, "CL3") || !strings.Contains(out, "CL2") {
		t.Error("the retired question is listed, or another is not")
	}

	_, errs := bank(exitUnusable, "import", write(file, cut+";;f.fund;F27;Who?;short;finance.lone\r\n;;f.fund;CL9;Fine?;closed;finance.loan\r\n"))
	for _, want := range []string{"clinic.csv:4: ", "F27 already", `unknown type "short"`, `"finance.lone"`, "3 faults"} {
		if !strings.Contains(errs, want) {
			t.Errorf("no %q in:\n%s", want, errs)
		}
	}
	if out, _ = bank(exitFine, "list", "--format", "text"); strings.Contains(out, "CL9") {
		t.Error("part of a pack with faults was imported")
	}
}

// To look at the bank makes no store.
func TestBankListMakesNoStore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	if code, _, errs := ran(t, "", "bank", "list", "--data", dir); code != exitFine {
		t.Fatal(errs)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("bank list made a directory for a store")
	}
}

// A rehearsal in the terminal asks what a pack brought along: one topic of packs is
// covered in each interview.
func TestInterviewAsksThePack(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "rota.yaml")
	text := `group: ROTA
title: Rota
topics:
  - id: rota.week
    title: The rota
    applies_to: [F1]
    tests: knows the week
    strong: days
    red_flags: [does not know]
    ground: 214(b)
    follow_up: {vague: none, long: none, contradiction: none, risky: none}
    questions:
      - {id: ROTA1, ask: "Which weekday do the zebras arrive?", type: closed, fields: [trip.purpose]}
`
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := ran(t, "", "bank", "import", file, "--data", dir); code != exitFine {
		t.Fatal(errs)
	}
	answers := strings.Repeat("My father pays USD 40,000 from his salary as a civil engineer in Accra.\nI will study computer science at Ohio State University for two years.\n", 15)
	for seed := range 5 {
		_, out, _ := ran(t, answers, "interview", "--category", "F-1", "--seed", string(rune('1'+seed)), "--data", dir)
		if strings.Contains(out, "zebras") {
			return
		}
	}
	t.Error("five interviews without the question of the pack")
}
