package scoring

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// The field an officer's own words ask for first is read out of them, and small talk
// asks for none.
func TestFieldsOfLine(t *testing.T) {
	f, err := os.Open("testdata/lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	found, fields, n := 0, 0, 0
	for scan := bufio.NewScanner(f); scan.Scan(); {
		parts := strings.Split(scan.Text(), "|")
		if len(parts) != 3 {
			continue
		}
		category, line, want := transcript.Category(strings.TrimSpace(parts[0])), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])
		c := NewCase(bank(t), category, transcript.Profile{}, "2027-04-22")
		got := c.fieldsOfLine(line)
		n, fields = n+1, fields+len(got)
		switch {
		case want == "" && len(got) > 0:
			t.Errorf("%q asks for %v; want nothing", line, got)
		case want != "" && !slices.Contains(got, want):
			t.Errorf("%q asks for %v; want %s", line, got, want)
		default:
			found++
		}
	}
	t.Logf("%d of %d, %.1f fields a line", found, n, float64(fields)/float64(n))
}
