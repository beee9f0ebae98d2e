package interview

import (
	"fmt"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// One officer move: the answer is judged and the next line chosen.
func BenchmarkAnswer(b *testing.B) {
	bank := embedded(b)
	r := rehearse(b, bank, opened(transcript.F1, profileOf(b, student), Sceptical, 7), plausible)
	s := New(bank)
	at := 0
	for i, ev := range r.events {
		if a, ok := ev.(Answered); ok && a.Turn == 6 {
			at = i
			break
		}
		s, _, _ = s.Step(ev)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := s.Step(r.events[at]); err != nil {
			b.Fatal(err)
		}
	}
}

// A replay of a whole interview, as after a restart.
func BenchmarkReplay(b *testing.B) {
	bank := embedded(b)
	r := rehearse(b, bank, opened(transcript.F1, profileOf(b, student), Sceptical, 7), plausible)
	b.ReportAllocs()
	b.ReportMetric(float64(len(r.lines())), "turns")
	for b.Loop() {
		s := New(bank)
		for _, ev := range r.events {
			s, _, _ = s.Step(ev)
		}
	}
}

// One move by itself: the next line chosen from what was said, nothing judged, from the
// bank as it is and from one with ten thousand questions.
func BenchmarkMove(b *testing.B) {
	for _, n := range []int{415, 10_000} {
		b.Run(fmt.Sprintf("questions=%d", n), func(b *testing.B) {
			bank := grown(b, n)
			r := rehearse(b, bank, opened(transcript.F1, profileOf(b, student), Sceptical, 7), plausible)
			s := New(bank)
			for _, ev := range r.events {
				if a, ok := ev.(Asked); ok && a.Turn == 7 {
					break
				}
				s, _, _ = s.Step(ev)
			}
			b.ReportAllocs()
			for b.Loop() {
				s.move()
			}
		})
	}
}

// grown is the bank with so many questions, the further ones spread over the F-1 topics.
func grown(b *testing.B, n int) *questionbank.Bank {
	b.Helper()
	bank := embedded(b)
	more := n - len(bank.Pick(questionbank.Filter{Off: true}))
	if more <= 0 {
		return bank
	}
	topics := []string{"f.school", "f.program", "f.fund", "f.ties", "f.work", "f.academic", "f.living", "f.history"}
	var pack strings.Builder
	pack.WriteString("group: GROWN\ntitle: Many more\ntopics:\n")
	for i, topic := range topics {
		fmt.Fprintf(&pack, "  - id: %s\n    questions:\n", topic)
		for k := i; k < more; k += len(topics) {
			fmt.Fprintf(&pack, "      - {id: Z%05d, ask: \"What about part %d of your plan?\", type: open, fields: [ties.plan_after]}\n", k, k)
		}
	}
	p, err := bank.ReadPack("grown.yaml", []byte(pack.String()), nil)
	if err != nil {
		b.Fatal(err)
	}
	return bank.With(p)
}
