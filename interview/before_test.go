package interview

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// answered is a turn on a topic whose answer earned a band.
func answered(n int, question, topic string, band int, findings ...transcript.Finding) transcript.Turn {
	return transcript.Turn{N: n, Question: question, Topic: topic, Findings: findings,
		Bands: &transcript.Bands{Brevity: transcript.Marked(4), Directness: transcript.Marked(band), Ties: transcript.NotTested, Specificity: transcript.Marked(band)}}
}

func TestBeforeOf(t *testing.T) {
	differs := transcript.Finding{Verdict: transcript.Contradiction, Field: "f1.school"}
	corrected := transcript.Finding{Verdict: transcript.SelfCorrection, Field: "f1.school"}
	tried := answered(2, "F02", "f.plan", 4)
	tried.Again = 1
	for name, c := range map[string]struct {
		earlier [][]transcript.Turn
		want    Before
	}{
		"nothing": {},
		"a mean of 2 is not weak": {
			earlier: [][]transcript.Turn{{answered(1, "F01", "f.school", 1), answered(2, "F02", "f.fund", 0)}},
			want:    Before{Asked: []string{"F01", "F02"}, Weak: []string{"f.fund"}},
		},
		"a contradiction stands": {
			earlier: [][]transcript.Turn{{answered(1, "F01", "f.school", 4, differs)}},
			want:    Before{Asked: []string{"F01"}, Weak: []string{"f.school"}},
		},
		"a contradiction was taken back": {
			earlier: [][]transcript.Turn{{answered(1, "F01", "f.school", 4, differs), answered(2, "F01", "f.school", 4, corrected)}},
			want:    Before{Asked: []string{"F01"}},
		},
		"the newest interview on a topic decides": {
			earlier: [][]transcript.Turn{{answered(1, "F09", "f.fund", 4)}, {answered(1, "F02", "f.fund", 0)}},
			want:    Before{Asked: []string{"F09", "F02"}},
		},
		"a try that is not counted leaves nothing": {
			earlier: [][]transcript.Turn{{answered(1, "F02", "f.plan", 0, differs), tried}},
			want:    Before{Asked: []string{"F02"}},
		},
		"what is not graded is not weak": {
			earlier: [][]transcript.Turn{{{N: 1, Question: "C60", Topic: privateTopic, Applicant: NotKept}}},
			want:    Before{Asked: []string{"C60"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var earlier []transcript.Transcript
			for _, turns := range c.earlier {
				earlier = append(earlier, transcript.Transcript{Turns: turns})
			}
			if diff := cmp.Diff(c.want, BeforeOf(earlier)); diff != "" {
				t.Errorf("before (-want +got):\n%s", diff)
			}
		})
	}
}
