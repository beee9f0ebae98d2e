package interview

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

// A reading is what an officer has in mind between an answer and the next line:
// everything said so far, and the chance of this turn alone.
type reading struct {
	Session
	manner manner
	chance *rand.Rand
	turn   int             // of the line to be said
	line   int             // how many lines that makes, those tried again not counted
	last   *scoring.Judged // the answer just heard; nil before the first
	since  int             // lines on the question that was last asked, itself included
	spoken map[string]bool // profile paths the answers spoke of with certainty
}

// move chooses the officer's next line; false when it is time to decide.
//
// Pressing on a contradiction comes first, then whether a word was heard right, then a
// follow-up on what was missing;
// then the case may be clear enough to decide; then what was volunteered, and the
// next point of the agenda.
func (s Session) move() (Move, bool) {
	r := s.read()
	if r.last == nil {
		return r.opening()
	}
	if r.confirmed() && r.lost() || r.ends() || r.line > lastLine {
		return Move{}, false
	}
	if r.line > mostLines {
		return r.overdue()
	}
	for _, choose := range []func() (Move, bool){r.press, r.unsure, r.followUp, r.natural} {
		if m, ok := choose(); ok {
			return m, true
		}
	}
	if r.clear() {
		return r.closing()
	}
	if m, ok := r.volunteered(); ok {
		return m, true
	}
	return r.nextPoint()
}

// overdue raises what must still be covered when the usual length is over.
func (r *reading) overdue() (Move, bool) {
	if bad, _ := r.tally(); r.uncovered() == 0 || bad >= r.manner.patience && r.lost() {
		return Move{}, false
	}
	return r.nextPoint()
}

// closing is the last question before the decision, if the officer has one and the
// case is not lost already.
func (r *reading) closing() (Move, bool) {
	q := r.agenda.closing
	if bad, _ := r.tally(); q == nil || r.wasAsked(q) || r.line > r.manner.most || bad >= r.manner.patience && r.lost() {
		return Move{}, false
	}
	return r.question(q, "it is the last thing before the decision"), true
}

func (s Session) read() *reading {
	r := &reading{
		Session: s, manner: manners[s.started.Officer.Temper], turn: len(s.asked) + 1,
		chance: rand.New(rand.NewPCG(s.started.Officer.Seed, uint64(len(s.asked)+1))),
		line:   1, spoken: make(map[string]bool),
	}
	for i, j := range s.judged {
		if opensQuestion(s.asked[i].Kind) {
			r.since = 0
		}
		r.since++
		if s.asked[i].Again == 0 {
			r.line++
		}
		for _, c := range j.Claims {
			if c.Certain && !withheld(j, c.Field) {
				r.spoken[c.Field] = true
			}
		}
	}
	if n := len(s.judged); n > 0 {
		r.last = &s.judged[n-1]
	}
	return r
}

// withheld holds for a field that an answer spoke of and did not tell.
func withheld(j scoring.Judged, field string) bool {
	return slices.ContainsFunc(j.Turn.Findings, func(f transcript.Finding) bool {
		return f.Field == field && f.Verdict == transcript.NotComparable
	})
}

// opensQuestion holds for lines that begin something, where the others go on.
func opensQuestion(k transcript.Kind) bool {
	return k == transcript.Opening || k == transcript.Question
}

func (r *reading) percent(n int) bool { return r.chance.IntN(100) < n }

// room holds while one more line on what was just said leaves enough for the
// topics that must still be covered.
func (r *reading) room() bool { return r.line+r.uncovered() <= min(r.manner.most, mostLines-1) }

// uncovered counts what must be raised and has not been: the topics that must be
// covered, and the points that are due.
func (r *reading) uncovered() int {
	n := 0
	for _, topic := range r.agenda.must {
		if r.raised(topic) == 0 {
			n++
		}
	}
	for _, p := range r.agenda.points {
		if p.due && r.pending(p) {
			n++
		}
	}
	return n
}

// askedOn holds when a question on one of the fields was asked.
func (r *reading) askedOn(fields []string) bool {
	return slices.ContainsFunc(r.asked, func(a Asked) bool {
		q, ok := r.bank.Question(a.Question)
		return ok && slices.ContainsFunc(q.Fields, func(f string) bool { return slices.Contains(fields, f) })
	})
}

// raised counts the questions asked on a topic; follow-ups and quick checks do not
// count.
func (r *reading) raised(topic string) int {
	n := 0
	for _, a := range r.asked {
		if a.Topic == topic && opensQuestion(a.Kind) && a.Again == 0 && !slices.Contains(r.agenda.checks, a.Question) {
			n++
		}
	}
	return n
}

func (r *reading) opening() (Move, bool) {
	q, reason := r.agenda.arrival, "interviews begin at the counter, before the first question"
	if q == nil {
		q, reason = r.agenda.opener, "an interview for "+r.started.Category.Visa()+" often opens with it"
	}
	if q == nil {
		return r.nextPoint()
	}
	m := r.question(q, reason)
	m.Kind, m.Reason = transcript.Opening, "Asked first because "+reason+"."
	if g := r.manner.greeting; g != "" && !strings.HasPrefix(m.Line, "Good morning.") && !strings.HasPrefix(m.Line, "Morning.") {
		m.Line = g + " " + m.Line
	}
	return m, true
}
