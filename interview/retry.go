package interview

import "github.com/viceconsul/viceconsul/interview/transcript"

// stepRetried asks the last answered question once more. The line that waited for an
// answer is put off: the officer may still come to it.
func (s Session) stepRetried(ev Retried) (Session, []Effect, error) {
	if s.started.Mode != Coach || ev.Turn == 0 || ev.Turn != len(s.judged) || s.cut != nil || s.asked[ev.Turn-1].Private() {
		return s, nil, s.unexpected(ev)
	}
	s.asked = s.asked[:ev.Turn:ev.Turn]
	s.phase = asking
	return s, []Effect{Compose{Move: s.again(s.asked[ev.Turn-1])}}, nil
}

// again is the move that asks a line once more, as another turn.
func (s Session) again(a Asked) Move {
	q, _ := s.bank.Question(a.Question)
	tried := a.Turn
	if a.Again != 0 {
		tried = a.Again
	}
	return Move{Turn: len(s.asked) + 1, Kind: a.Kind, Question: q, Topic: a.Topic, Line: withoutNod(a.meant()), Cause: a.Cause,
		Reason: "Asked again because you wanted to try another answer.", Finding: pressedAgain(a), Again: tried}
}

// pressedAgain keeps what a probe pressed on.
func pressedAgain(a Asked) *transcript.Finding {
	if a.Field == "" {
		return nil
	}
	return &transcript.Finding{Field: a.Field}
}
