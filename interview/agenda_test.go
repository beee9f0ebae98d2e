package interview

import (
	"slices"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Who was refused before is asked what happened, what changed and why it is different
// now, in this order and before anything else.
func TestRefusedBefore(t *testing.T) {
	bank := embedded(t)
	refused := strings.Replace(student, `"prior_refusals": []`, `"prior_refusals": [{"date": "2025-06", "class": "F1", "section": "214b"}]`, 1)
	for _, tc := range []struct {
		category transcript.Category
		declared string
		want     []string
	}{
		{transcript.J1Physician, physician, []string{"JP53", "JP54", "JP55"}},
		{transcript.F1, refused, []string{"C34", "C35", "C37"}},
	} {
		for seed := range uint64(10) {
			var asked []string
			for _, l := range rehearse(t, bank, opened(tc.category, profileOf(t, tc.declared), Brisk, seed), plausible).lines() {
				if l.Kind == transcript.Question && slices.Contains(tc.want, l.Question) {
					asked = append(asked, l.Question)
				}
				if l.Turn > 6 {
					break
				}
			}
			if !slices.Equal(asked, tc.want) && len(asked) < 2 {
				t.Errorf("%s, seed %d: asked %v within six lines, want %v", tc.category, seed, asked, tc.want)
			}
		}
	}
}

// Over three interviews of one applicant questions are new as long as there are new
// ones, and a topic that went badly comes back first.
func TestInterviewsBefore(t *testing.T) {
	bank := embedded(t)
	again, said := 0, 0
	for applicant := range uint64(10) {
		started := opened(transcript.F1, profileOf(t, student), Neutral, 0)
		for attempt := range uint64(3) {
			started.Officer.Seed = 3*applicant + attempt
			for _, l := range rehearse(t, bank, started, plausible).lines() {
				if !opensQuestion(l.Kind) {
					continue
				}
				said++
				if slices.Contains(started.Before.Asked, l.Question) {
					again++
				}
				started.Before.Asked = append(started.Before.Asked, l.Question)
			}
		}
	}
	if again*10 > said {
		t.Errorf("%d of %d questions were asked in an earlier interview, want a tenth at most", again, said)
	}

	for seed := range uint64(10) {
		started := opened(transcript.F1, profileOf(t, student), Neutral, seed)
		started.Before = Before{Weak: []string{"f.academic", "no.such.topic"}}
		r := rehearse(t, bank, started, plausible)
		at := slices.IndexFunc(r.lines(), func(l Asked) bool { return l.Topic == "f.academic" && opensQuestion(l.Kind) })
		if at < 0 || at > 8 || !strings.Contains(r.lines()[at].Reason, "weak in an earlier interview") {
			t.Errorf("seed %d: the weak topic is raised at line %d of %v", seed, at+1, reasons(r))
		}
	}
}

// The questions on harm and fear are asked where they are turned on, and nowhere else.
func TestFear(t *testing.T) {
	bank := embedded(t)
	for _, on := range []bool{false, true} {
		started := opened(transcript.B2, profileOf(t, visitor), Neutral, 5)
		started.Fear = on
		asked := 0
		for _, l := range rehearse(t, bank, started, plausible).lines() {
			if l.Topic == "com.fear" {
				asked++
			}
		}
		if want := map[bool]int{true: 2}[on]; asked != want {
			t.Errorf("turned on %t: %d asked, want %d", on, asked, want)
		}
	}
}

// A remark is made once, and only of what is declared.
func TestRemarks(t *testing.T) {
	bank := embedded(t)
	made := 0
	for _, a := range applicants {
		profile := profileOf(t, a.declared)
		for seed := range uint64(20) {
			var remarks []string
			for _, l := range rehearse(t, bank, opened(a.category, profile, Warm, seed), plausible).lines() {
				for _, m := range bank.Remarks {
					if !strings.HasPrefix(l.Text, m.Say) {
						continue
					}
					q, _ := bank.Question(l.Question)
					if !m.Fits(q, profile) || slices.Contains(remarks, m.Say) {
						t.Errorf("%s, seed %d: %q after %v", a.category, seed, l.Text, remarks)
					}
					remarks = append(remarks, m.Say)
				}
			}
			made += len(remarks)
		}
	}
	if made == 0 {
		t.Error("no remark in eighty interviews")
	}
}
