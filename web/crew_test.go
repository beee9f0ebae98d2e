package web

import (
	"testing"
	"testing/synctest"
	"time"
)

// One of the crew deals with one message after the other, more come when all are
// busy, and all go when nothing comes.
func TestCrew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := make(crew)
		var done int
		for range 3 {
			c.do(func() { done++ })
			synctest.Wait()
		}
		stuck := make(chan bool)
		c.do(func() { <-stuck })
		c.do(func() { done++ })
		synctest.Wait()
		if done != 4 {
			t.Errorf("%d pieces of work were done beside a stuck one, want 4", done)
		}
		close(stuck)
		time.Sleep(2 * restful) // synctest fails the test when one of them is left
	})
}
