package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// remarking counts true answers behind which somebody else's remark was put, one that
// touches nothing declared: a contradiction there is a remark taken for the answer.
type remarking struct {
	put, accused int
	accusations  []string
}

// Bounds of a remark: the words it must have, those put behind each answer, and how far
// apart they stand in the list of all, so that neighbours are not written alike.
const (
	remarkWords = 5
	remarksEach = 2
	remarkStep  = 337
)

// aLine to which a remark is put alone: what is found then is told by the remark itself.
const aLine = "Anything else you want to tell me?"

// remark puts remarks behind every answer of whole interviews that accuses nobody.
func remark(bank *questionbank.Bank, interviews []heard, items []item) (remarking, error) {
	var r remarking
	remarks := remarksOf(items)
	if len(remarks) == 0 {
		return r, nil
	}
	next := 0
	for _, in := range interviews {
		category, err := transcript.ParseCategory(in.Category, in.Track)
		if err != nil {
			return r, fmt.Errorf("%s: %w", in.ID, err)
		}
		c := scoring.NewCase(bank, category, in.Profile, in.Date)
		var before []scoring.Judged
		for _, e := range in.Turns {
			own := c.Judge(transcript.Turn{Officer: e.Officer, Applicant: e.Applicant}, before)
			_, accused := contradiction(own.Turn)
			for range remarksEach {
				next = (next + remarkStep) % len(remarks)
				if accused || telling(c.Judge(transcript.Turn{Officer: aLine, Applicant: remarks[next]}, nil)) {
					continue
				}
				said := ended(e.Applicant) + " " + remarks[next]
				r.judged(in.ID, c.Judge(transcript.Turn{Officer: e.Officer, Applicant: said}, before).Turn)
			}
			before = append(before, own)
		}
	}
	return r, nil
}

// remarksOf are the answers that touch nothing declared.
func remarksOf(items []item) []string {
	var all []string
	for _, it := range items {
		if len(it.Verdicts) == 0 && len(measure.Words(it.Answer)) >= remarkWords {
			all = append(all, it.Answer)
		}
	}
	return all
}

// telling reports whether a remark by itself says something of the profile, or what an
// officer would act on.
func telling(j scoring.Judged) bool {
	return slices.ContainsFunc(j.Turn.Findings, func(f transcript.Finding) bool {
		return f.Criterion == transcript.Consistency || f.Criterion == transcript.Risk
	})
}

// ended is an answer with a mark at its end.
func ended(answer string) string {
	answer = strings.TrimSpace(answer)
	if answer == "" || strings.ContainsAny(answer[len(answer)-1:], ".!?") {
		return answer
	}
	return answer + "."
}

func (r *remarking) judged(id string, t transcript.Turn) {
	r.put++
	if reason, found := contradiction(t); found {
		r.accused++
		r.accusations = append(r.accusations, fmt.Sprintf("remark %s: %q to %q: %s", id, t.Applicant, t.Officer, reason))
	}
}

func (r remarking) print() {
	fmt.Printf("true answers with somebody else's remark behind them: %d, called a contradiction %s (%d)\n\n", r.put, share(r.accused, r.put), r.accused)
}
