package live

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
)

// rehearse walks an interview to its end as a stubborn client: what was not
// acknowledged is sent again with the same id, a lost window is come back to.
// It returns the acknowledged offsets by turn.
func rehearse(t testing.TB, s *Section, head store.Interview, answers int) map[int]int64 {
	t.Helper()
	acked := map[int]int64{}
	var v *Visit
	for try := 0; try < 200; try++ {
		if v == nil {
			got, w, err := s.Attach(t.Context(), head.Tenant, head.ID, Position{}, &ear{})
			if err != nil {
				continue
			}
			if w.Head.Sealed {
				return acked
			}
			v = got
		}
		turn := len(acked) + 1
		if turn > answers {
			if err := v.End(t.Context()); err != nil {
				v = nil
			}
			continue
		}
		offset, err := v.Answer(t.Context(), say(turn, fmt.Sprintf("My father pays %d thousand.", turn)))
		if err != nil {
			v = nil
			continue
		}
		acked[turn] = offset
	}
	t.Fatal("the interview cannot be ended")
	return nil
}

// Whichever call to storage fails, and however: an acknowledged answer is stored
// once at its offset, offsets are gapless, and the interview ends graded.
func TestEveryCallFails(t *testing.T) {
	for name, f := range map[string]fault{"refuses": refuses, "loses": loses, "forgets": forgets, "misspeaks": misspeaks, "explodes": explodes} {
		t.Run(name, func(t *testing.T) {
			for k := 1; ; k++ {
				log := newMemory()
				s := open(t, log)
				head := begin(t, s)
				begun := log.calls
				log.fail = func(call int) fault {
					if call == begun+k {
						return f
					}
					return works
				}
				acked := rehearse(t, s, head, 3)
				checkAcked(t, log, head.ID, acked, k)
				if log.calls < begun+k {
					return // the k-th call was never made: all were tried
				}
			}
		})
	}
}

func checkAcked(t testing.TB, log *memory, id string, acked map[int]int64, k int) {
	t.Helper()
	if !checkLog(t, log, id).Closed() {
		t.Fatalf("call %d failing: the interview is not graded", k)
	}
	for turn, offset := range acked {
		e := log.stored(id)[offset-1]
		if e.Name != "answered" || e.Turn != turn {
			t.Fatalf("call %d failing: turn %d was acknowledged at %d, where %s of turn %d stands", k, turn, offset, e.Name, e.Turn)
		}
	}
}

// Starting an interview whose commit is not known looks before it answers.
func TestStartUnknown(t *testing.T) {
	for f, want := range map[fault]error{forgets: nil, loses: store.ErrUnknown, refuses: errDisk} {
		log := newMemory()
		log.fail = func(call int) fault { return map[bool]fault{true: f, false: works}[call == 1] }
		s := open(t, log)
		head, err := s.Start(context.Background(), store.Local, "applicant", started(t))
		if !errors.Is(err, want) {
			t.Errorf("fault %d: %v, want %v", f, err, want)
		}
		if _, stored := log.heads[head.ID]; err == nil && !stored {
			t.Errorf("fault %d: started what is not stored", f)
		}
	}
}

// A random schedule of arrivals, answers, repetitions, drops and restarts against
// the simplest reference: a map of what was acknowledged.
func TestSchedule(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		log := newMemory()
		s := open(t, log)
		head := begin(t, s)
		type reply struct {
			answer interview.Answered
			offset int64
		}
		var (
			visits []*Visit
			acked  []reply
			ended  bool
		)
		newest := func() *Visit {
			if len(visits) == 0 {
				rt.Skip()
			}
			return visits[len(visits)-1]
		}
		rt.Repeat(map[string]func(*rapid.T){
			"arrive": func(rt *rapid.T) {
				from := Position{head.Epoch, rapid.Int64Range(0, 12).Draw(rt, "offset")}
				v, w, err := s.Attach(context.Background(), head.Tenant, head.ID, from, &ear{})
				if err != nil {
					rt.Fatalf("attach: %v", err)
				}
				stored := log.stored(head.ID)
				if w.Recovered != (from.Offset <= int64(len(stored))) || w.Head.Sealed != ended {
					rt.Fatalf("welcome %+v with %d stored, ended %t", w, len(stored), ended)
				}
				visits = append(visits, v)
			},
			"answer": func(rt *rapid.T) {
				v, a := newest(), say(len(acked)+1, rapid.SampledFrom([]string{"", "My uncle.", "I don't know.", "Three weeks in June."}).Draw(rt, "text"))
				offset, err := v.Answer(context.Background(), a)
				switch {
				case ended && !errors.Is(err, interview.ErrClosed):
					rt.Fatalf("answer after the end: %v", err)
				case !ended && err != nil:
					rt.Fatalf("answer: %v", err)
				case err == nil:
					acked = append(acked, reply{a, offset})
					ended = log.heads[head.ID].Sealed
				}
			},
			"repeat an answer": func(rt *rapid.T) {
				if len(acked) == 0 {
					rt.Skip()
				}
				r := rapid.SampledFrom(acked).Draw(rt, "answer")
				if offset, err := newest().Answer(context.Background(), r.answer); err != nil || offset != r.offset {
					rt.Fatalf("the same answer again: %d, %v, want %d", offset, err, r.offset)
				}
				r.answer.Text += "!"
				if _, err := newest().Answer(context.Background(), r.answer); !errors.Is(err, store.ErrConflict) {
					rt.Fatalf("other words under the same id: %v, want ErrConflict", err)
				}
			},
			"an old visit": func(rt *rapid.T) {
				if len(visits) < 2 || ended {
					rt.Skip()
				}
				if err := visits[0].End(context.Background()); !errors.Is(err, ErrReplaced) {
					rt.Fatalf("end by an old visit: %v, want ErrReplaced", err)
				}
			},
			"drop": func(*rapid.T) { newest().Leave() },
			"restart": func(*rapid.T) {
				if err := s.Close(context.Background()); err != nil {
					rt.Fatalf("close: %v", err)
				}
				s, visits = open(t, log), nil
			},
			"": func(rt *rapid.T) { checkLog(t, log, head.ID) },
		})
	})
}
