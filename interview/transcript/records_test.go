package transcript

import (
	"io"
	"strings"
	"testing"
)

// A file is read a line at a time, so that a long one needs no more memory than a
// short one.
func TestRecordsLineByLine(t *testing.T) {
	read, write := io.Pipe()
	records := make(chan Record)
	go func() {
		for r := range Records(read) {
			records <- r
		}
		close(records)
	}()
	for n := 1; n <= 3; n++ {
		if _, err := io.WriteString(write, "{}\n"); err != nil {
			t.Fatal(err)
		}
		if r := <-records; r.Line != n {
			t.Errorf("line %d came as line %d", n, r.Line)
		}
	}
	write.Close()
	if _, more := <-records; more {
		t.Error("a record came after the end")
	}
}

func TestLineOf(t *testing.T) {
	const pretty = "{\n \"turns\": [\n  {\"n\": 1},\n  {\"n\":\n   2}\n ]\n}"
	deep := strings.Repeat(`{"":`, 1<<20)
	for _, tt := range []struct {
		data, path string
		want       int
	}{
		{pretty, "", 7},
		{pretty, "turns", 8},
		{pretty, "turns[0].n", 9},
		{pretty, "turns[1].n", 11},
		{pretty, "turns[2].n", 7},
		{"{\n1}", "", 8},
		{"{\"a\": " + deep + ",\n\"b\": 1}", "b", 7},
		{deep, "x", 7},
	} {
		r := Record{Data: []byte(tt.data), Line: 7}
		if got := r.LineOf(tt.path); got != tt.want {
			t.Errorf("LineOf(%q) in %.40q = %d, want %d", tt.path, tt.data, got, tt.want)
		}
	}
}

// The seeds are short: whatever fuzzing finds worth keeping it first tries to shorten,
// in a time that grows with the square of its length.
func FuzzRecords(f *testing.F) {
	f.Add("{\"turns\": [{\"officer\": \"\"},\n{}]}\n{", "turns[1].applicant")
	f.Add("{\n}", "")
	f.Add("{}\n{\"a\": [[{\"b\":\n1}]]}\n\n[]", "a[0][0].b")
	f.Fuzz(func(t *testing.T, text, path string) {
		lines := 1 + strings.Count(text, "\n")
		for r, err := range Records(strings.NewReader(text)) {
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range []string{path, ""} {
				if at := r.LineOf(p); at < r.Line || at > lines {
					t.Errorf("Records(%q) places %q on line %d of %d", text, p, at, lines)
				}
			}
		}
	})
}
