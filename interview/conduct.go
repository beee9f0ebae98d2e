package interview

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// onConduct answers how the applicant behaved and puts the pending question again. Each
// kind is spoken to once; where it comes again at another question, only the question
// is put in other words; who does not know again, or says the same again, is not asked
// again. The officer neither argues nor repeats himself.
func (r *reading) onConduct(cause questionbank.Cause) (Move, bool) {
	again := r.spokenTo(cause)
	if r.line > mostLines || r.asked[len(r.asked)-1].Cause == cause || again && (cause == questionbank.Same || cause == questionbank.Unknown) {
		return Move{}, false
	}
	line := strings.ReplaceAll(r.lineFor(cause), "{question}", r.pendingQuestion())
	if q, ok := r.lastQuestion(); again && ok {
		line = r.otherwise(q)
	}
	if line == "" || r.said(line) {
		return Move{}, false
	}
	return r.going(cause, line, "Asked again because "+missing[cause]+"."), true
}

// spokenTo holds for a kind of conduct that the officer has answered.
func (r *reading) spokenTo(cause questionbank.Cause) bool {
	return slices.ContainsFunc(r.asked, func(a Asked) bool { return a.Cause == cause })
}

// pendingQuestion is what is still to be answered, in its simplest wording.
func (r *reading) pendingQuestion() string {
	for _, a := range slices.Backward(r.asked) {
		if a.Cause.OfConduct() || a.Cause == questionbank.NoAnswer {
			continue
		}
		q, ok := r.bank.Question(a.Question)
		switch {
		case a.Kind == transcript.Probe:
			return "Which is it?"
		case !opensQuestion(a.Kind) || !ok:
			return withoutNod(a.meant())
		case q.Simpler != "":
			return q.Simpler
		}
		return q.Ask
	}
	return ""
}

// ends holds when the officer will not go on: an offer or a threat ends it, and so does
// a second insult.
func (r *reading) ends() bool {
	return r.last.Cause == questionbank.Offer || r.last.Cause == questionbank.Insult && r.spokenTo(questionbank.Insult)
}
