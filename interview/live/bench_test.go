package live

import (
	"context"
	"runtime"
	"testing"

	"github.com/viceconsul/viceconsul/interview/store"
)

// deaf is a listener that keeps nothing.
type deaf struct{}

func (deaf) Hear(Message)  {}
func (deaf) Leave(Leaving) {}

// One open window after six answers, in bytes of heap: while it is spoken to, and
// when its session was put away. It has no goroutine, so no stack. What storage
// keeps is not counted.
func BenchmarkOpenWindow(b *testing.B) {
	const windows = 500
	for b.Loop() {
		log := newMemory()
		s := open(b, log)
		heads := make([]store.Interview, windows)
		for i := range heads {
			heads[i] = begin(b, s)
			rehearseSome(b, s, heads[i])
		}
		if err := s.Close(context.Background()); err != nil {
			b.Fatal(err)
		}
		s = open(b, log)
		before := inUse()
		for _, h := range heads {
			if _, _, err := s.Attach(context.Background(), h.Tenant, h.ID, Position{}, deaf{}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(inUse()-before)/windows, "B/busy")
		for _, w := range s.windows {
			if err := w.do(context.Background(), func(context.Context) error { w.putAway(); return nil }); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(inUse()-before)/windows, "B/quiet")
		runtime.KeepAlive(log)
	}
}

func rehearseSome(b *testing.B, s *Section, head store.Interview) {
	b.Helper()
	v, _, err := s.Attach(context.Background(), head.Tenant, head.ID, Position{}, deaf{})
	if err != nil {
		b.Fatal(err)
	}
	for turn := 1; turn <= 6; turn++ {
		if _, err := v.Answer(context.Background(), say(turn, "My father, who is a civil engineer, pays.")); err != nil {
			break // decided sooner
		}
	}
	v.Leave()
}

func inUse() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// One answer through the window, storage in memory: stepped, stored, told.
func BenchmarkTurn(b *testing.B) {
	s := open(b, newMemory())
	b.ReportAllocs()
	turns := 0
	for b.Loop() {
		head := begin(b, s)
		v, _, err := s.Attach(context.Background(), head.Tenant, head.ID, Position{}, deaf{})
		if err != nil {
			b.Fatal(err)
		}
		for turn := 1; ; turn++ {
			if _, err := v.Answer(context.Background(), say(turn, "My father, who is a civil engineer, pays for two years.")); err != nil {
				turns += turn - 1
				break
			}
		}
	}
	b.ReportMetric(float64(turns)/float64(b.N), "turns/op")
}
