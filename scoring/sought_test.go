package scoring

import (
	"path/filepath"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Rules that are tried only where a word they need stands would find nothing elsewhere: who
// adds a word to such a rule adds it to the words it is sought by.
func TestNothingIsToldWhereNothingIsSought(t *testing.T) {
	files, err := filepath.Glob("testdata/labelled/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled answers: %v", err)
	}
	for _, name := range files {
		for _, one := range civil(t, name) {
			for _, category := range []transcript.Category{transcript.B2, transcript.F1} {
				c := NewCase(embedded(t), category, one.Profile, one.Date)
				_, s, _ := c.judge(transcript.Turn{N: 1, Question: one.Question, Officer: one.Officer, Applicant: one.Answer}, nil)
				if s != nil {
					s.checkFrames(t, one.ID)
					s.checkTravel(t, one.ID)
				}
			}
		}
	}
}

func (s *sheet) checkFrames(t *testing.T, id string) {
	t.Helper()
	for _, cl := range s.clauses {
		has, of := s.together(cl)
		for i, f := range frames {
			if has&f.needs != 0 || of&f.words != 0 || f.needs == ^trait(0) || f.words == 0 {
				continue
			}
			if st, ok := f.says(s, cl); ok {
				t.Errorf("%s: frame %d finds %s in %q without a word it is sought by", id, i, st.kind, s.span(cl.from, cl.to).Text)
			}
		}
	}
}

func (s *sheet) checkTravel(t *testing.T, id string) {
	t.Helper()
	a := s.answer
	for n := range a.clauses {
		cl := &a.clauses[n]
		for i := cl.from; i < cl.to; i++ {
			if a.lexemes[i].is&isTravel == 0 && (a.goesAlone(cl, i) || a.comingAt(cl, i, true) || a.comingAt(cl, i, false) || a.stayingAt(cl, i) || a.cannotLeave(cl, i)) {
				t.Errorf("%s: %q tells of who comes along and is no word it is sought by", id, a.words[i].Text)
			}
		}
	}
}
