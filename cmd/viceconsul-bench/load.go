package main

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// earlyTurns is how many turns of an interview count as turns alone: fewer than any
// officer asks before deciding on a fair case.
const earlyTurns = 5

// bareTurns measures turns alone: interviews are opened while the clock stands, then
// all answer as soon as they are asked, and the next are opened. It fills in r.turn.
func bareTurns(ctx context.Context, p *process, b *bench, r *result) error {
	ctx, cancel := context.WithTimeout(ctx, 10*b.length+time.Minute)
	defer cancel()
	var turns atomic.Int64
	var used, took time.Duration
	for took < b.length {
		sessions, err := holdOpen(ctx, p, b.sessions)
		if err == nil {
			began, before := time.Now(), p.cpu()
			err = together(len(sessions), func(n int) error {
				for s := sessions[n]; s.said < earlyTurns && !s.over; turns.Add(1) {
					if err := s.answer(); err != nil {
						return err
					}
				}
				return nil
			})
			took, used = took+time.Since(began), used+p.cpu()-before
		}
		sessions.close()
		if err != nil {
			return err
		}
	}
	r.turn = costOf(turns.Load(), used, took)
	return nil
}

// costOf divides what was used by the turns that were held.
func costOf(turns int64, used, took time.Duration) cost {
	n := float64(turns)
	return cost{cpu: used.Seconds() * 1e6 / n, rate: n / took.Seconds()}
}

// closedLoop keeps so many interviews going, the next one as soon as one is over,
// and fills in r.share and r.length.
func closedLoop(ctx context.Context, p *process, b *bench, r *result) error {
	ctx, cancel := context.WithTimeout(ctx, b.length+time.Minute)
	defer cancel()
	var turns, turnsOfWhole, whole atomic.Int64
	began, before := time.Now(), p.cpu()
	until := began.Add(b.length)
	err := together(b.sessions, func(n int) error {
		for time.Now().Before(until) {
			s, err := open(ctx, p, n)
			if err != nil {
				return err
			}
			for err == nil && !s.over && time.Now().Before(until) {
				err = s.answer()
			}
			turns.Add(int64(s.said))
			if s.over {
				whole.Add(1)
				turnsOfWhole.Add(int64(s.said))
			}
			if err := errors.Join(err, s.conn.Close()); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && whole.Load() == 0 {
		err = errors.New("no interview was held to its end; make the measurement longer")
	}
	r.share = costOf(turns.Load(), p.cpu()-before, time.Since(began))
	r.length = float64(turnsOfWhole.Load()) / float64(whole.Load())
	return err
}

// openLoop sends answers on a schedule that does not wait for the server, and
// fills in the 99th percentile from when an answer was due.
func openLoop(ctx context.Context, p *process, b *bench, rate float64, r *result) error {
	ctx, cancel := context.WithTimeout(ctx, b.length+time.Minute)
	defer cancel()
	every := time.Duration(float64(b.sessions) / rate * float64(time.Second))
	began := time.Now()
	until := began.Add(b.length)
	var mu sync.Mutex
	var took []float64
	err := together(b.sessions, func(n int) error {
		due := began.Add(every * time.Duration(n) / time.Duration(b.sessions))
		for due.Before(until) {
			s, err := open(ctx, p, n)
			if err != nil {
				return err
			}
			if late := time.Now(); late.After(due) {
				due = late // opening an interview is no turn
			}
			for !s.over && due.Before(until) {
				time.Sleep(time.Until(due))
				if err := s.answer(); err != nil {
					return errors.Join(err, s.conn.Close())
				}
				mu.Lock()
				took = append(took, float64(time.Since(due).Microseconds())/1e3)
				mu.Unlock()
				due = due.Add(every)
			}
			if err := s.conn.Close(); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && len(took) == 0 {
		err = errors.New("no turn was measured; make the measurement longer")
	}
	if err == nil {
		r.p99 = percentile(took, 0.99)
	}
	return err
}

// together runs n workers and joins what they report.
func together(n int, work func(n int) error) error {
	errs := make([]error, n)
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { errs[i] = work(i) })
	}
	wait.Wait()
	return errors.Join(errs...)
}
