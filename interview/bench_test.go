package interview

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
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

// One move by itself: the next line chosen from what was said, nothing judged.
func BenchmarkMove(b *testing.B) {
	bank := embedded(b)
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
}
