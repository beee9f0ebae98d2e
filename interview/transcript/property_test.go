package transcript

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawProfile declares some fields, each by its example, by text of a person, or
// with its source.
func drawProfile(t *rapid.T) string {
	doc := map[string]map[string]any{}
	for _, f := range rapid.SliceOfNDistinct(rapid.SampledFrom(Fields()), 0, 20, func(f Field) string { return f.Path }).Draw(t, "fields") {
		var value any = f.Example
		if f.Type == TypeText && rapid.Bool().Draw(t, "free") {
			value = rapid.StringMatching(`[\pL ,.'&;]{1,40}`).Draw(t, "text")
		}
		if rapid.Bool().Draw(t, "wrapped") {
			value = map[string]any{"value": value, "source": rapid.SampledFrom(sources).Draw(t, "source"), "confirmed": rapid.Bool().Draw(t, "confirmed")}
		}
		section := sectionOf(f.Path)
		if doc[section] == nil {
			doc[section] = map[string]any{}
		}
		doc[section][f.name()] = value
	}
	b, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestProfileRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := drawProfile(t)
		var p, q Profile
		if err := json.Unmarshal([]byte(data), &p); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &q); err != nil || !p.Equal(q) {
			t.Fatalf("%s\nwritten as %s\nis another profile: %v", data, b, err)
		}
		for _, path := range p.Paths() {
			before, _ := p.Declared(path)
			after, _ := q.Declared(path)
			if diff := cmp.Diff(before.Value, after.Value); diff != "" || before.Text != after.Text || before.Source != after.Source || before.Confirmed != after.Confirmed {
				t.Fatalf("%s (-before +after):\n%s", path, diff)
			}
		}
	})
}

// What is shown of a field, typed again, is read the same.
func TestTypedAgainReadsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(Fields()).Draw(t, "field")
		p, err := Profile{}.With(f.Path, f.Example)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := p.Declared(f.Path)
		q, err := p.With(f.Path, d.Text)
		if err != nil {
			t.Fatalf("%s: %q: %v", f.Path, d.Text, err)
		}
		again, _ := q.Declared(f.Path)
		if diff := cmp.Diff(d.Value, again.Value); diff != "" {
			t.Fatalf("%s: %q typed again (-before +after):\n%s", f.Path, d.Text, diff)
		}
	})
}

func drawMark(t *rapid.T, name string, most int) Mark {
	if rapid.Bool().Draw(t, name+" tested") {
		return Marked(rapid.IntRange(0, most).Draw(t, name))
	}
	return NotTested
}

func TestTranscriptRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tr := Transcript{Category: rapid.SampledFrom(Categories()).Draw(t, "category"), InterviewDate: rapid.SampledFrom([]string{"", "2027-06-10"}).Draw(t, "date")}
		if err := json.Unmarshal([]byte(drawProfile(t)), &tr.Profile); err != nil {
			t.Fatal(err)
		}
		for i := range rapid.IntRange(0, 5).Draw(t, "turns") {
			answer := rapid.StringOfN(rapid.RuneFrom([]rune("aé中🙂 \"\\<>&\n,.0")), 0, 40, -1).Draw(t, "answer")
			turn := Turn{N: i + 1, Officer: "Why?", Applicant: answer, Kind: rapid.SampledFrom([]Kind{"", Question, Probe}).Draw(t, "kind"),
				Seconds: rapid.Float64Range(0, 600).Draw(t, "seconds"), Bands: &Bands{Brevity: drawMark(t, "brevity", 4), Ties: drawMark(t, "ties", 4)}}
			if rapid.Bool().Draw(t, "spoken") {
				turn.Voice = &Voice{Corrected: rapid.Bool().Draw(t, "corrected")}
				if answer != "" {
					turn.Voice.Doubtful = []Span{SpanOf(answer, 0, len(answer))}
				}
			}
			turn.Findings = []Finding{{Rule: "payer", Criterion: Consistency, Severity: Low, Span: SpanOf(answer, 0, len(answer)), Reason: fmt.Sprint(i)}}
			tr.Turns = append(tr.Turns, turn)
		}
		tr.Grades = &Grades{Brevity: drawMark(t, "grade", 100), Overall: drawMark(t, "overall", 100)}
		first, err := json.Marshal(tr)
		if err != nil {
			t.Fatal(err)
		}
		read, err := ReadTranscript(first)
		if err != nil {
			t.Fatalf("%s: %v", first, err)
		}
		second, err := json.Marshal(read)
		if diff := cmp.Diff(string(first), string(second)); diff != "" || err != nil {
			t.Fatalf("written, read and written (-first +second): %v\n%s", err, diff)
		}
		if read.Category != tr.Category {
			t.Fatalf("%s became %s", tr.Category, read.Category)
		}
	})
}

func TestCategoryRoundTrip(t *testing.T) {
	for _, c := range Categories() {
		if got, err := ParseCategory(c.Visa(), c.Track()); err != nil || got != c {
			t.Errorf("ParseCategory(%q, %q) = %s, %v, want %s", c.Visa(), c.Track(), got, err, c)
		}
		if got, err := ParseCategory(string(c), ""); err != nil || got != c {
			t.Errorf("ParseCategory(%q) = %s, %v", c, got, err)
		}
	}
}
