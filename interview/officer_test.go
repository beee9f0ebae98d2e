package interview

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// plausible answers by what a line is about, so that interviews run their length.
func plausible(a Asked) string {
	if a.Kind == transcript.Probe {
		return "Sorry, what the form says is right."
	}
	where := []string{"at Example State University", "in Dayton", "in Dayton, Ohio", "at Example State", "at the university in Dayton"}
	who := []string{"My father pays", "It is my father", "My father, a civil engineer", "Father pays all", "It comes from my father", "My father does", "From my father"}
	return who[a.Turn%len(who)] + ", for two years until August 2029, " + where[a.Turn%len(where)] + "."
}

// The same seed and answers give the same interview, byte for byte.
func TestSameSeedSameInterview(t *testing.T) {
	bank := embedded(t)
	for _, a := range applicants {
		for _, temper := range tempers {
			started := opened(a.category, profileOf(t, a.declared), temper, 11)
			var logs [2]string
			for i := range logs {
				for _, ev := range rehearse(t, bank, started, plausible).events {
					name, body, err := Encode(ev)
					if err != nil {
						t.Fatal(err)
					}
					logs[i] += name + " " + string(body) + "\n"
				}
			}
			if logs[0] != logs[1] {
				t.Errorf("%s, %s: %s", a.category, temper, cmp.Diff(logs[0], logs[1]))
			}
		}
	}
}

// Two officers of one temper differ: over many pairs of seeds they share less than
// sixty of a hundred lines.
func TestSeedsDiffer(t *testing.T) {
	bank := embedded(t)
	for _, a := range applicants {
		shared, all := 0, 0
		for seed := range uint64(20) {
			var said [2][]string
			for i := range said {
				for _, l := range rehearse(t, bank, opened(a.category, profileOf(t, a.declared), Neutral, seed+100*uint64(i)), plausible).lines() {
					said[i] = append(said[i], withoutNod(l.Text))
				}
			}
			for _, line := range said[0] {
				all++
				if slices.Contains(said[1], line) {
					shared++
				}
			}
		}
		if shared*100 >= 60*all {
			t.Errorf("%s: two seeds share %d of %d lines", a.category, shared, all)
		}
	}
}

// What every interview covers is reached unless the officer decided early, and an
// interview takes the lines of its temper.
func TestCoverage(t *testing.T) {
	bank := embedded(t)
	lines := map[Temper]int{}
	for _, a := range applicants {
		for _, temper := range tempers {
			for seed := range uint64(25) {
				r := rehearse(t, bank, opened(a.category, profileOf(t, a.declared), temper, seed), plausible)
				lines[temper] += len(r.lines())
				raised := map[string]bool{}
				for _, l := range r.lines() {
					raised[l.Topic] = true
				}
				reading := r.last.read()
				bad, _ := reading.tally()
				for _, topic := range r.last.agenda.must {
					if !raised[topic] && bad < manners[temper].patience {
						t.Errorf("%s, %s, seed %d: %s was not reached in %d lines", a.category, temper, seed, topic, len(r.lines()))
					}
				}
			}
		}
	}
	if lines[Brisk] >= lines[Neutral] || lines[Neutral] >= lines[Sceptical] {
		t.Errorf("lines by temper: %v, want brisk under neutral under sceptical", lines)
	}
}

var tiesWord = regexp.MustCompile(`(?i)\b(ties?|come back|go back|return (home|to)|home country)\b`)

// In an H-1B interview no line and no reason asks for ties, and US relatives are
// no doubt.
func TestNoTiesForH1B(t *testing.T) {
	bank := embedded(t)
	for _, c := range []transcript.Category{transcript.H1B, transcript.H1BPhysician} {
		for _, answer := range append([]string{plausible(Asked{}), "My brother in Dallas is a citizen.", "I will marry and stay."}, hostile...) {
			for seed := range uint64(8) {
				r := rehearse(t, bank, opened(c, profileOf(t, worker), Sceptical, seed), always(answer))
				for _, l := range r.lines() {
					if tiesWord.MatchString(l.Text) || tiesWord.MatchString(l.Reason) || l.Topic == "com.us_relatives" {
						t.Errorf("%s, seed %d, turn %d: %q because %q", c, seed, l.Turn, l.Text, l.Reason)
					}
				}
			}
		}
	}
}

// What the profile shows as weak comes right after the opening.
func TestDoubtsFirst(t *testing.T) {
	bank := embedded(t)
	for _, tc := range []struct {
		category transcript.Category
		declared string
		topic    string
		reason   string
	}{
		{transcript.J1Physician, physician, "jp.denial", "Asked because you declared an earlier refusal."},
		{transcript.F1, student, "f.fund", "Asked because your declared funding leaves USD 9,000 open."},
		{transcript.B2, visitor, "com.us_relatives", "Asked because you declared relatives in the United States."},
		{transcript.H1B, worker, "h.site", "Asked because you declared that you are placed at a client."},
	} {
		for seed := range uint64(10) {
			r := rehearse(t, bank, opened(tc.category, profileOf(t, tc.declared), Brisk, seed), plausible)
			i := slices.IndexFunc(r.lines(), func(l Asked) bool { return l.Topic == tc.topic && l.Kind == transcript.Question })
			if i < 1 || i > 4 || r.lines()[i].Reason != tc.reason && !strings.Contains(r.lines()[i].Reason, "you spoke of") {
				t.Errorf("%s, seed %d: %s at line %d of %v", tc.category, seed, tc.topic, i+1, reasons(r))
			}
		}
	}
}

func reasons(r rehearsal) []string {
	var all []string
	for _, l := range r.lines() {
		all = append(all, l.Topic+": "+l.Reason)
	}
	return all
}

// A contradiction is pressed at once, with both values; when it is confirmed the
// officer decides.
func TestPress(t *testing.T) {
	bank := embedded(t)
	sponsor := func(a Asked) bool {
		q, _ := bank.Question(a.Question)
		return a.Kind == transcript.Question && q.Fields[0] == "finance.sponsors"
	}
	seed := uint64(0) // of an officer who asks for the sponsor
	for !slices.ContainsFunc(rehearse(t, bank, opened(transcript.F1, profileOf(t, student), Neutral, seed), plausible).lines(), sponsor) {
		seed++
	}
	for _, confirmed := range []bool{true, false} {
		swap := 0 // the turn of the swapped sponsor
		r := rehearse(t, bank, opened(transcript.F1, profileOf(t, student), Neutral, seed), func(a Asked) string {
			switch {
			case a.Kind == transcript.Probe && confirmed:
				return "My uncle pays for my studies."
			case a.Kind == transcript.Probe:
				return "My father. I am sorry."
			case sponsor(a) && swap == 0:
				swap = a.Turn
				return "My uncle pays for my studies."
			}
			return plausible(a)
		})
		lines := r.lines()
		if swap == 0 || len(lines) <= swap {
			t.Fatalf("confirmed %t: sponsor asked at turn %d of %d", confirmed, swap, len(lines))
		}
		probe := lines[swap]
		if probe.Kind != transcript.Probe || !strings.Contains(probe.Text, "uncle") || !strings.Contains(probe.Text, "father") {
			t.Errorf("confirmed %t: after the swap the officer said %q (%s)", confirmed, probe.Text, probe.Kind)
		}
		if ended := len(lines) == swap+1; ended != confirmed {
			t.Errorf("confirmed %t: %d lines, the press was line %d", confirmed, len(lines), swap+1)
		}
	}
}

// A strong applicant is let go early, an evasive one too: nobody is asked to the
// last line for nothing.
func TestStops(t *testing.T) {
	bank := embedded(t)
	started := opened(transcript.F1, profileOf(t, student), Neutral, 4)
	evasive := rehearse(t, bank, started, always("I don't know."))
	if n := len(evasive.lines()); n > 8 {
		t.Errorf("an evasive applicant was asked %d lines, want the end after two bad answers", n)
	}
	started.Minutes = 1
	if n := len(rehearse(t, bank, started, plausible).lines()); n != 4 {
		t.Errorf("one minute at %s an answer took %d lines, want 4", pace, n)
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[float64]string{9000: "9,000", 0: "0", 999: "999", 1234567: "1,234,567", -9000: "9,000"} {
		if got := thousands(in); got != want {
			t.Errorf("thousands(%v) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"Who pays": "who pays", "US relatives": "US relatives", "H-4 and family": "H-4 and family", "A": "A", "": ""} {
		if got := lowerFirst(in); got != want {
			t.Errorf("lowerFirst(%q) = %q, want %q", in, got, want)
		}
	}
}
