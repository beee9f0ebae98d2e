package web

import (
	"fmt"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

// A rehearsal is the reference a random client is held to: what each offset said,
// and what was answered under which id.
type rehearsal struct {
	*caller
	h       *house
	id, key string

	epoch  int64
	last   int64 // offset the client has seen
	seen   map[int64]string
	open   int            // turn that waits for an answer; 0 when none does
	texts  map[int]string // answer frames by turn, as sent
	acked  map[int]string
	closed bool
}

// take notes an event of the log; one that was told before must be the same.
func (r *rehearsal) take(e event) {
	r.t.Helper()
	if e.Offset != r.last+1 {
		r.t.Fatalf("%s at offset %d after %d", e.Type, e.Offset, r.last)
	}
	r.last = e.Offset
	says := fmt.Sprint(e.Type, e.Turn, e.ID, e.Text, e.Again, e.Hash)
	if before, ok := r.seen[e.Offset]; ok && before != says {
		r.t.Fatalf("offset %d says %s, and said %s", e.Offset, says, before)
	}
	r.seen[e.Offset] = says
	switch e.Type {
	case "question":
		if e.Kind != "remark" {
			r.open = e.Turn
		}
	case "ack":
		r.acked[e.Turn] = e.ID
		if e.Turn == r.open {
			r.open = 0
		}
	case "graded":
		r.closed, r.open = true, 0
	}
}

// fresh reads the next event that is not an ack told before: an answer sent twice
// is acknowledged twice.
func (r *rehearsal) fresh() event {
	r.t.Helper()
	for {
		e := r.next()
		if e.Type != "ack" || e.Offset > r.last {
			return e
		}
		if r.acked[e.Turn] != e.ID {
			r.t.Fatalf("ack %+v again, first for %s", e, r.acked[e.Turn])
		}
	}
}

// settle reads until a turn is open or the interview is over.
func (r *rehearsal) settle() {
	r.t.Helper()
	for r.open == 0 && !r.closed {
		r.take(r.fresh())
	}
}

// come connects: anew, or back to where the client stood.
func (r *rehearsal) come(back bool) {
	r.t.Helper()
	r.caller = r.h.dial(r.t, r.id, r.key)
	if !back {
		r.say(hello)
		w := r.want("welcome")
		r.epoch, r.last, r.open, r.closed = w.Epoch, w.Offset, 0, false // a sealed transcript comes again
		for _, turn := range w.Interview.Turns {
			if turn.Applicant == nil && turn.Kind != "remark" && !w.Interview.Ended {
				r.open = turn.Turn
			}
		}
		r.settle()
		return
	}
	r.say(fmt.Sprintf(`{"type":"hello","epoch":%d,"offset":%d}`, r.epoch, r.last))
	if w := r.want("welcome"); !w.Recovered || w.Offset != r.last || w.Epoch != r.epoch {
		r.t.Fatalf("welcome %+v, want recovered at %d", w, r.last)
	}
	r.settle()
}

// answer sends the open turn's answer; dropped cuts the line before anything
// comes back.
func (r *rehearsal) answer(drop bool) {
	r.t.Helper()
	turn := r.open
	if turn == 0 {
		return
	}
	if r.texts[turn] == "" {
		r.texts[turn] = answerText(uuid.NewString(), turn, fmt.Sprintf("My father pays for year %d.", turn))
	}
	r.say(r.texts[turn])
	if drop {
		r.conn.UnderlyingConn().Close()
		r.come(true)
		r.say(r.texts[turn])
	}
	r.open = 0
	for r.acked[turn] == "" {
		r.take(r.fresh())
	}
	r.settle()
}

// resend sends an answer that was acknowledged; the same ack comes back.
func (r *rehearsal) resend(turn int) {
	r.t.Helper()
	r.say(r.texts[turn])
	for {
		if e := r.want("ack"); e.Offset > r.last || r.acked[e.Turn] != e.ID {
			r.t.Fatalf("sent again: %+v, want the ack of %s", e, r.acked[turn])
		} else if e.Turn == turn {
			return
		}
	}
}

// Random schedules of answering, sending again, asking to repeat, dropping and
// coming back: no client sees a gap or two truths, and the store agrees.
func TestRandomSchedules(t *testing.T) {
	h := openHouse(t, limited(Limits{Costly: 100_000, Burst: 1000, SocketsPerApplicant: 1000, SocketsPerAddress: 1000}))
	_, key := h.begin(t, student)
	rapid.Check(t, func(rt *rapid.T) {
		id, _ := h.begin(t, student, "Authorization: Bearer "+key)
		r := &rehearsal{h: h, id: id, key: key, seen: map[int64]string{}, texts: map[int]string{}, acked: map[int]string{}}
		r.caller = &caller{t: t}
		r.come(false)
		steps := rapid.SliceOfN(rapid.SampledFrom([]string{"answer", "answer", "answer and drop", "send again", "repeat", "come back", "come anew", "second tab"}), 1, 12).Draw(rt, "steps")
		for _, step := range steps {
			switch step {
			case "answer":
				r.answer(false)
			case "answer and drop":
				r.answer(true)
			case "send again":
				for turn := range r.acked {
					r.resend(turn)
					break
				}
			case "repeat":
				if r.open != 0 {
					r.say(fmt.Sprintf(`{"type":"repeat","turn":%d}`, r.open))
					if e := r.fresh(); e.Type == "question" {
						r.take(e)
					} else if e.Code != "turn_closed" {
						t.Fatalf("repeat: %+v", e)
					}
				}
			case "come back":
				r.conn.UnderlyingConn().Close()
				r.come(true)
			case "come anew":
				r.conn.UnderlyingConn().Close()
				r.come(false)
			case "second tab":
				old := r.caller
				r.come(true)
				if r.closed {
					old.conn.Close() // nothing is left to take over
				} else {
					old.closed(replaced)
				}
			}
		}
		if !r.closed {
			r.say(`{"type":"end"}`)
			for !r.closed {
				r.take(r.fresh())
			}
		}
		r.conn.Close()
		checkLog(t, h.store, id, r.acked)
	})
}
