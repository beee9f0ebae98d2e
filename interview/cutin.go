package interview

import (
	"strings"
	"time"
	"unicode"
)

// CutIn is the officer cutting in on an answer of so many words so far, spoken for so
// many seconds (0 while it is typed); false while the officer listens on. What is typed
// is taken as spoken at an ordinary pace: nobody is cut short for typing slowly.
func (s Session) CutIn(turn, words int, seconds float64, at time.Time) (CutIn, bool) {
	m := manners[s.started.Officer.Temper]
	if s.phase != listening || turn != len(s.asked) || s.cut != nil || s.started.Officer.Patient ||
		m.cutIn == 0 || s.cuts >= m.cuts || s.asked[turn-1].Private() {
		return CutIn{}, false
	}
	if max(seconds, s.grader.Seconds(words)) <= float64(m.cutIn) {
		return CutIn{}, false
	}
	return CutIn{Turn: turn, Text: cutIns[len(s.asked)%len(cutIns)], Words: words, At: at}, true
}

// cutIns are what officers say to cut in.
var cutIns = []string{"Let me stop you there.", "Okay, that is enough.", "All right, I have it."}

func (s Session) stepCutIn(ev CutIn) (Session, []Effect, error) {
	if ev.Turn != len(s.asked) || s.cut != nil || ev.Words < 1 || !sayable(ev.Text) {
		return s, nil, s.unexpected(ev)
	}
	s.cut, s.cuts = &ev, s.cuts+1
	return s, nil, nil
}

// heard parts an answer after so many words.
func heard(answer string, words int) (before, after string) {
	rest := answer
	for range words {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		end := strings.IndexFunc(rest, unicode.IsSpace)
		if end < 0 {
			return answer, ""
		}
		rest = rest[end:]
	}
	return answer[:len(answer)-len(rest)], strings.TrimSpace(rest)
}
