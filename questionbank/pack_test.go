package questionbank

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// clinic is a pack of one topic of its own and one question more for the bank's f.fund.
const clinic = `group: CLINIC
title: Questions of our clinic
topics:
  - id: clinic.rota
    title: The rota
    applies_to: [F1, J1_PHYSICIAN]
    tests: knows the week
    strong: days and hours
    red_flags: ["does not know; guesses"]
    ground: 214(b)
    follow_up: {vague: "Which days?", long: none, contradiction: "You said {heard}. You declared {declared}.", risky: none}
    questions:
      - {id: CL1, ask: "Which nights are yours?", also: ["=SUM(1)", "Nights, you say?"], type: closed, fields: [trip.purpose]}
      - {id: CL2, ask: "Who makes the rota?", type: closed, fields: [trip.purpose]}
  - id: f.fund
    questions:
      - {id: CL3, ask: "Does the clinic lend you money?", type: closed, fields: [finance.loan]}
`

func read(t testing.TB, file, text string, before *Pack) *Pack {
	t.Helper()
	p, err := built(t).ReadPack(file, []byte(text), before)
	if err != nil {
		t.Fatalf("ReadPack(%s) = %v", file, err)
	}
	return p
}

func TestPackStandsInTheBank(t *testing.T) {
	bank := built(t)
	p := read(t, "clinic.yaml", clinic, nil)
	with := bank.With(p)
	if _, known := bank.Question("CL1"); known || with.Version == bank.Version {
		t.Error("With changed the bank it started from, or has its version")
	}
	for text, want := range map[string]string{"Which nights are yours?": "CL1", "Does the clinic lend you money?": "CL3"} {
		if got := ids(with.Nearest(text, Filter{Category: transcript.F1}, 1)); got[0] != want {
			t.Errorf("Nearest(%q) = %v, want %s", text, got, want)
		}
	}
	if q, _ := with.Question("CL3"); q.Topic.ID != "f.fund" || q.Topic.Title == "" {
		t.Errorf("CL3 stands in %q", q.Topic.ID)
	}
	own, _ := with.Topic("clinic.rota")
	if own.FollowUp[Recited] == "" {
		t.Error("the pack's topic has no common follow-up")
	}
	recipe, _ := with.Recipe(transcript.F1)
	if last := recipe.Cover[len(recipe.Cover)-1]; !slices.Equal(last, []string{"clinic.rota"}) {
		t.Errorf("F1 covers %v last, want the pack's topic", last)
	}
	if recipe, _ = with.Recipe(transcript.H1B); slices.Contains(recipe.Cover[len(recipe.Cover)-1], "clinic.rota") {
		t.Error("H-1B covers a topic that is not meant for it")
	}
}

// What a newer version leaves out is retired, never gone, and the earlier file brings
// the same questions back.
func TestPackRetiresWhatIsLeftOut(t *testing.T) {
	first := read(t, "clinic.yaml", clinic, nil)
	shorter := strings.Replace(clinic, "      - {id: CL2, ask: \"Who makes the rota?\", type: closed, fields: [trip.purpose]}\n", "", 1)
	second := read(t, "clinic.yaml", shorter, first)
	if asked, retired := second.Count(); asked != 2 || retired != 1 || second.Version() == first.Version() {
		t.Errorf("%d asked, %d retired, want 2 and 1 in another version", asked, retired)
	}
	if again := read(t, "clinic.yaml", shorter, second); again.Version() != second.Version() {
		t.Error("the same file again is another version")
	}
	if back := read(t, "clinic.yaml", clinic, second); back.Version() != first.Version() {
		t.Error("the first file again is not the first version")
	}
	taken := strings.Replace(clinic, "Who makes the rota?", "Is the rota fair?", 1)
	if _, err := built(t).ReadPack("clinic.yaml", []byte(taken), second); err == nil || !strings.Contains(err.Error(), "clinic.yaml:14") {
		t.Errorf("ReadPack = %v, want the retired ID refused in line 14", err)
	}
	only := read(t, "clinic.yaml", clinic[:strings.Index(clinic, "  - id: f.fund")], second)
	if q := only.questionsByID()["CL3"]; q == nil || !q.Retired {
		t.Error("the question of a topic left out is not kept retired")
	}
}

func TestPackFaults(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"id of the bank", "CL2", "F27", "clinic.yaml:14: questions[1] \"F27\": the bank has a question F27 already"},
		{"id twice", "CL2", "CL1", "duplicate id (first in clinic.yaml:13)"},
		{"name of a group", "group: CLINIC", "group: F", `has a group "F" already`},
		{"more than questions", "id: f.fund\n", "id: f.fund\n    title: Mine\n", "give its id and questions alone"},
		{"shape of an id", "CL2", "cl 2", "want capitals, digits and hyphens"},
		{"recipes", "title: Questions", "recipes: [{category: F1}]\ntitle: Questions", "belong to the built-in bank"},
		{"line break", `"Which nights are yours?"`, `"Which\nnights?"`, "cannot be said"},
		{"field", "finance.loan", "finance.lone", `clinic.yaml:17: questions[0] "CL3": unknown profile path`},
		{"ties in H-1B", "[F1, J1_PHYSICIAN]", "[H1B]\n    when: [ties.plan]", "clinic.yaml:7"},
	}
	for _, tt := range tests {
		text := strings.Replace(clinic, tt.old, tt.new, 1)
		_, err := built(t).ReadPack("clinic.yaml", []byte(text), nil)
		var faults Faults
		if !errors.As(err, &faults) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v\nwant %q", tt.name, err, tt.want)
		}
	}
}

// Packs stand in any order, so none may lean on another.
func TestPacksDoNotLeanOnEachOther(t *testing.T) {
	with := built(t).With(read(t, "clinic.yaml", clinic, nil))
	text := "group: MORE\ntitle: More\ninherits: [CLINIC]\ntopics:\n  - id: clinic.rota\n    questions:\n" +
		"      - {id: M1, ask: \"Why?\", type: open, fields: [trip.purpose]}\n      - {id: CL1, ask: \"Why?\", type: open, fields: [trip.purpose]}\n"
	_, err := with.ReadPack("more.yaml", []byte(text), nil)
	for _, want := range []string{"more.yaml:3: CLINIC belongs", "clinic.rota belongs to another pack", "question CL1 already"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
}

// A spreadsheet of Excel: marked UTF-8, semicolons, CRLF, quotes, several lines in a
// cell, an empty row; each fault is named with the row that Excel shows.
func TestSheetOfExcel(t *testing.T) {
	head := "\ufeffPack;Pack title;Topic;ID;Question;Other wordings;Answer type;Profile fields\r\n"
	good := head + "MINE;Ours;f.fund;M1;\"Who, \"\"exactly\"\", pays?\";\"Who pays?\nWho is it?\";closed;finance.sponsors, trip.payer\r\n" +
		";;;;;;;\r\n;;f.fund;M2;'=How much?;;open;finance.sponsors\r\n"
	p := read(t, "mine.csv", good, nil)
	q := p.Topics[0].Questions[0]
	if q.Ask != `Who, "exactly", pays?` || len(q.Also) != 2 || len(q.Fields) != 2 || p.Topics[0].Questions[1].Ask != "=How much?" {
		t.Errorf("read %+v", p.Topics[0].Questions)
	}
	bad := head + "MINE;Ours;f.fund;M1;\"Two\nlines?\";;closed;finance.sponsors\r\n;;;;;;;\r\n\r\n;;f.fund;F27;Who?;;short;finance.lone\r\n;Theirs;f.fund;M3;;;open;trip.payer;stray\r\n"
	_, err := built(t).ReadPack("mine.csv", []byte(bad), nil)
	for _, want := range []string{"mine.csv:2: ", "mine.csv:5: ", "F27 already", `unknown type "short"`, `"finance.lone"`, `mine.csv:6: "pack title" says something else than line 2`, `mine.csv:6: "stray"`, "no ask"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
	for text, want := range map[string]string{
		"":                           "empty",
		"Pack;Topic;ID;Question;Hue": `unknown heading "Hue"`,
		"Pack;Topic;ID":              `no heading "question"`,
		head + "MINE;\"Ours;":        "mine.csv:2: a quote is opened",
		"Pack\xff":                   "not UTF-8",
	} {
		if _, err := built(t).ReadPack("mine.csv", []byte(text), nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ReadPack(%q) = %v, want %q", text, err, want)
		}
	}
}

// Every pack comes back from its YAML and from its CSV as it was.
func TestPackComesBack(t *testing.T) {
	bank := built(t)
	rapid.Check(t, func(t *rapid.T) {
		p := &Pack{drawGroup(t)}
		text := p.YAML()
		once, err := bank.ReadPack("p.yaml", text, nil)
		if err != nil {
			t.Fatalf("ReadPack of\n%s\n= %v", text, err)
		}
		if again := once.YAML(); !bytes.Equal(again, text) {
			t.Fatalf("YAML came back as\n%s\nwant\n%s", again, text)
		}
		sheet, err := bank.ReadPack("p.csv", once.CSV(), nil)
		if err != nil {
			t.Fatalf("ReadPack of\n%s\n= %v", once.CSV(), err)
		}
		if again := sheet.YAML(); !bytes.Equal(again, text) {
			t.Fatalf("CSV\n%s\ncame back as\n%s\nwant\n%s", once.CSV(), again, text)
		}
		rows, _ := cells(strings.TrimPrefix(string(once.CSV()), "\ufeff"))
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.Contains("=+-@", cell[:1]) {
					t.Errorf("the cell %q would be calculated", cell)
				}
			}
		}
	})
}

// words draws lines that a lint has nothing against, with all that CSV and YAML find
// special.
func words(t *rapid.T, label string) string {
	parts := []string{"=1+1", "'", "''=a", "-", "+", "@x", `"`, ";", ",", "#", ": ", "null", "yes", "é", "क्या", "  ", "who", "|", "\u2028x", "[", "0x1"}
	text := strings.TrimSpace(strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 6).Draw(t, label), ""))
	return strings.Trim(text+"a", "\u2028 ")
}

func drawGroup(t *rapid.T) Group {
	g := Group{Group: "PACK", Title: words(t, "title")}
	flag := func(label string) bool { return rapid.Bool().Draw(t, label) }
	some := func(label string, n int) (all []string) {
		for range rapid.IntRange(n, 3).Draw(t, label) {
			all = append(all, words(t, label))
		}
		return all
	}
	if flag("inherits") {
		g.Inherits = []string{"COM", "F"}
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "topics") {
		topic := Topic{
			ID: "p.topic" + string(rune('a'+i)), Title: words(t, "title"), AppliesTo: []transcript.Category{"F1", "B1B2"},
			Tests: words(t, "tests"), Strong: words(t, "strong"), RedFlags: some("flags", 1), Ground: words(t, "ground"), Off: flag("off"),
			FollowUp: map[Cause]string{Vague: words(t, "vague"), Long: "", Contradiction: "You said {declared}.", Risky: ""},
		}
		if flag("except") {
			topic.Except = map[Cause][]transcript.Category{Vague: {"F1"}}
			topic.When = []string{"f1.level = bachelor | master", "finance.loan or finance.sponsors"}
			topic.FollowUp[NoAnswer] = words(t, "no answer")
		}
		for j := range rapid.IntRange(1, 3).Draw(t, "questions") {
			topic.Questions = append(topic.Questions, drawQuestion(t, topic.ID[7:]+string(rune('0'+j)), some))
		}
		g.Topics = append(g.Topics, topic)
	}
	if flag("joins") {
		g.Topics = append(g.Topics, Topic{ID: "b.ties", Questions: []Question{drawQuestion(t, "j", some)}})
	}
	return g
}

func drawQuestion(t *rapid.T, name string, some func(string, int) []string) Question {
	q := Question{
		ID: "P-" + strings.ToUpper(name), Ask: words(t, "ask"), Also: some("also", 0), Type: Open,
		Fields: []string{"trip.purpose", "finance.loan"}, Retired: rapid.Bool().Draw(t, "retired"),
	}
	if rapid.Bool().Draw(t, "more") {
		q.Simpler, q.Then, q.When, q.Except = words(t, "simpler"), words(t, "then"), []string{"!finance.loan"}, []transcript.Category{"B1B2"}
	}
	return q
}

func FuzzSheet(f *testing.F) {
	f.Add([]byte("Pack;Topic;ID;Question\r\nA;\"b\nc\";D;=e"))
	f.Add(read(f, "clinic.yaml", clinic, nil).CSV())
	f.Add([]byte("\ufeffsep=;\nPack;Topic"))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := built(t).ReadPack("p.csv", text, nil)
		if err != nil {
			return
		}
		again, err := built(t).ReadPack("p.csv", p.CSV(), nil)
		if err != nil || again.Version() != p.Version() {
			t.Errorf("%q comes back as another pack: %v", text, err)
		}
	})
}
