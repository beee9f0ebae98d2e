package storetest

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/viceconsul/viceconsul/interview/store"
)

// turns is how many answers a bench interview has before the next one begins.
const turns = 12

// Benchmark measures appends with 1, 100 and 1,000 interviews going on: how many a
// second, and the CPU of this process for one. As in life, an answer and the question
// after it are two appends, and an interview is created before and sealed at its end.
func Benchmark(b *testing.B, s store.Store) {
	for _, concurrent := range []int{1, 100, 1000} {
		b.Run(fmt.Sprintf("interviews=%d", concurrent), func(b *testing.B) {
			b.ReportAllocs()
			before := cpu(b)
			var appends atomic.Int64
			var all sync.WaitGroup
			for range concurrent {
				all.Go(func() {
					for appends.Load() < int64(b.N) {
						if err := rehearse(b, s, &appends); err != nil {
							b.Error(err)
							return
						}
					}
				})
			}
			all.Wait()
			b.ReportMetric(float64(cpu(b)-before)/float64(b.N), "cpu-ns/append")
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "appends/s")
		})
	}
}

// rehearse stores one interview, or as much of it as there are appends left to count.
func rehearse(b *testing.B, s store.Store, appends *atomic.Int64) error {
	head := newHead()
	if err := s.Create(b.Context(), head, []store.Event{event(1)}); err != nil {
		return err
	}
	for n := range 2 * turns {
		if appends.Add(1) > int64(b.N) {
			return nil
		}
		e := event(int64(n) + 2)
		if n%2 == 0 {
			e = answer(e.Offset, n/2+1)
		}
		a := to(head, e)
		if n == 2*turns-1 {
			a.Sealed = sealed
		}
		if err := s.Append(b.Context(), a); err != nil {
			return err
		}
	}
	return nil
}

// sealed is as long as a graded transcript of twelve answers.
var sealed = bytes.Repeat([]byte(`{"finding":"payer"}`), 1000)

// cpu returns the nanoseconds of CPU that this process has used.
func cpu(b *testing.B) int64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return used.Utime.Nano() + used.Stime.Nano()
}
