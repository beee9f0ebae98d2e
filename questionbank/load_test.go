package questionbank

import (
	"errors"
	"flag"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

var update = flag.Bool("update", false, "rewrite golden files")

func TestTenFaultsAtOnce(t *testing.T) {
	const golden = "testdata/ten-faults.txtar"
	archive, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	want := &archive.Files[len(archive.Files)-1]
	for _, f := range archive.Files[:len(archive.Files)-1] {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	_, err = Load(files)
	var faults Faults
	if !errors.As(err, &faults) || !errors.Is(err, transcript.ErrInvalid) {
		t.Fatalf("Load() = %v, want Faults that wrap ErrInvalid", err)
	}
	got := faults.Error() + "\n"
	if *update {
		want.Data = []byte(got)
		if err := os.WriteFile(golden, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(want.Data), got); diff != "" || len(faults) != 10 {
		t.Errorf("%d faults, want 10 (-want +got):\n%s", len(faults), diff)
	}
}

// The catalogue the bank was made from has so many topics and questions.
func TestEmbeddedBankIsWhole(t *testing.T) {
	want := map[string][2]int{
		"COM": {10, 61}, "B": {12, 66}, "F": {9, 66}, "JP": {10, 65}, "JX": {7, 62}, "H": {11, 65}, "HP": {4, 30},
	}
	bank, got := built(t), map[string][2]int{}
	for _, g := range bank.Groups {
		n := got[g.Group]
		for _, topic := range g.Topics {
			n[0], n[1] = n[0]+1, n[1]+len(topic.Questions)
		}
		got[g.Group] = n
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("topics and questions by group (-want +got):\n%s", diff)
	}
	if len(bank.topics) != 63 || len(bank.questions) != 415 {
		t.Errorf("%d topics, %d questions, want 63 and 415", len(bank.topics), len(bank.questions))
	}
	if len(bank.Version) != 12 {
		t.Errorf("Version = %q, want 12 hex digits", bank.Version)
	}
}

// Every category can be interviewed: it has a recipe, and each list of topics to
// cover has one with a question that every profile allows.
func TestEveryCategoryCanBeInterviewed(t *testing.T) {
	bank := built(t)
	for _, c := range transcript.Categories() {
		recipe, ok := bank.Recipe(c)
		if !ok {
			t.Errorf("no recipe for %s", c)
			continue
		}
		for _, choices := range recipe.Cover {
			anyone := func(topic string) bool {
				return slices.ContainsFunc(bank.Pick(Filter{Category: c, Topic: topic}), func(q *Question) bool {
					return q.Open(transcript.Profile{})
				})
			}
			if !slices.ContainsFunc(choices, anyone) {
				t.Errorf("%s: an empty profile allows no question on %v", c, choices)
			}
		}
	}
}

func TestNothingOnTiesInH1B(t *testing.T) {
	bank := built(t)
	for _, c := range []transcript.Category{transcript.H1B, transcript.H1BPhysician} {
		for _, q := range bank.Pick(Filter{Category: c}) {
			if q.ID == "C24" || q.ID == "C61" {
				t.Errorf("%s is asked in %s", q.ID, c)
			}
			for _, path := range q.Fields {
				if strings.HasPrefix(path, "ties.") {
					t.Errorf("%s compares with %s in %s", q.ID, path, c)
				}
			}
			for _, cause := range causes {
				if line := q.Topic.Line(cause, c); containsAny(line, tiesWords) {
					t.Errorf("%s: the line %q for %s speaks of ties in %s", q.Topic.ID, line, cause, c)
				}
			}
		}
	}
	for _, id := range []string{"com.family", "com.us_relatives"} {
		topic, _ := bank.Topic(id)
		if line := topic.Line(Risky, transcript.H1B); line != "" {
			t.Errorf("%s presses %q in H-1B", id, line)
		}
		if topic.Line(Risky, transcript.F1) == "" {
			t.Errorf("%s presses nothing on risk in F-1", id)
		}
	}
}

func TestFearIsOffUnlessTurnedOn(t *testing.T) {
	bank := built(t)
	for _, q := range slices.Concat(bank.Pick(Filter{}), bank.Pick(Filter{Topic: "com.fear"})) {
		if q.Topic.ID == "com.fear" {
			t.Errorf("%s is picked by default", q.ID)
		}
	}
	if got := len(bank.Pick(Filter{Topic: "com.fear", Off: true})); got != 2 {
		t.Errorf("%d questions of com.fear when turned on, want 2", got)
	}
}

func TestCommonFollowUpsAreInEveryTopic(t *testing.T) {
	for id, topic := range built(t).topics {
		if topic.Line(Recited, transcript.B2) == "" {
			t.Errorf("%s has no line for a recited answer", id)
		}
	}
}

func TestPickKeepsBankOrderAndLeavesOut(t *testing.T) {
	bank := built(t)
	var got []string
	for _, q := range bank.Pick(Filter{Category: transcript.H1B, Topic: "h.wage", Asked: []string{"H24"}}) {
		got = append(got, q.ID)
	}
	if diff := cmp.Diff([]string{"H23", "H25", "H26"}, got); diff != "" {
		t.Errorf("Pick of h.wage without H24 (-want +got):\n%s", diff)
	}
}

func TestVersionFollowsContent(t *testing.T) {
	load := func(files fs.FS) string {
		bank, err := Load(files)
		if err != nil {
			t.Fatal(err)
		}
		return bank.Version
	}
	one, other := smallBank(), smallBank()
	other["bank/f.yaml"].Data = append(other["bank/f.yaml"].Data, "# a remark\n"...)
	if a, b := load(one), load(smallBank()); a != b {
		t.Errorf("versions %s and %s of the same content differ", a, b)
	}
	if a, b := load(one), load(other); a == b {
		t.Errorf("version %s of different content", a)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(files); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzLoad(f *testing.F) {
	for _, file := range smallBank() {
		f.Add(file.Data)
	}
	for _, broken := range []string{"", "a: [", "topics: 3", "topics: [{questions: [{id: *x}]}]", "a: &a [*a]", "---\n---\n", "\x00", "topics: [&t {id: x}, *t]"} {
		f.Add([]byte(broken))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files := smallBank()
		files["bank/fuzz.yaml"] = &fstest.MapFile{Data: data}
		bank, err := Load(files)
		if err == nil {
			bank.Nearest("Who pays?", Filter{}, 3)
			return
		}
		var faults Faults
		if !errors.As(err, &faults) || len(faults) == 0 {
			t.Fatalf("Load() = %v, want Faults", err)
		}
		for _, fault := range faults {
			if !slices.Contains(slices.Collect(maps.Keys(files)), fault.File) || fault.What == "" || fault.Line < 0 {
				t.Errorf("fault %+v has no place or no words", fault)
			}
		}
	})
}
