package measure

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/mentions.txt")

// TestScan reads testdata/mentions.txt: a heading names the day, then every line
// is a text and what is measured in it.
func TestScan(t *testing.T) {
	const file = "testdata/mentions.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var today Date
	var out strings.Builder
	for i, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		text, want, tested := strings.Cut(line, " => ")
		if _, day, ok := strings.Cut(line, "said on "); ok && strings.HasPrefix(line, "#") {
			if today, err = Today(day); err != nil {
				t.Fatalf("%s:%d: %v", file, i+1, err)
			}
		}
		if line == "" || strings.HasPrefix(line, "#") {
			fmt.Fprintln(&out, line)
			continue
		}
		got := scanned(text, today)
		fmt.Fprintf(&out, "%s => %s\n", text, got)
		if !*update && (!tested || got != want) {
			t.Errorf("%s:%d: %q\n got %s\nwant %s", file, i+1, text, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// scanned writes mentions as the file does: `duration 21 week "3 weeks"`.
func scanned(text string, today Date) string {
	var all []string
	for _, m := range Scan(Words(text), today) {
		all = append(all, describe(text, m))
	}
	if all == nil {
		return "nothing"
	}
	return strings.Join(all, "; ")
}

func describe(text string, m Mention) string {
	s := map[Kind]string{Number: "number ", Money: "money ", Duration: "duration ", Calendar: "date "}[m.Kind]
	switch {
	case m.Kind == Calendar:
		s += m.Date.String()
		if m.Date.Span != 0 {
			s += fmt.Sprintf(" ±%d", m.Date.Span)
		}
	case m.High != m.Low:
		s += fmt.Sprintf("%.8g..%.8g", m.Low, m.High)
	default:
		s += fmt.Sprintf("%.8g", m.Low)
	}
	if m.Unit != "" {
		s += " " + m.Unit
	}
	if m.Per != "" {
		s += "/" + m.Per
	}
	if m.About {
		s += " about"
	}
	if m.Ordinal {
		s += " nth"
	}
	return s + fmt.Sprintf(" %q", text[m.Start:m.End])
}
