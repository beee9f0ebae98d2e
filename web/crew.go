package web

import "time"

// A crew deals with messages on goroutines that have dealt with others before: their
// stacks have grown to it, which a fresh goroutine's would do by doubling four times
// (measured: a tenth of an answer). One that finds nothing to do for a while ends, so
// that nobody pays for quiet times.
type crew chan func()

// restful is how long one of a crew waits for more (our judgement: under load the next
// message comes within a millisecond).
const restful = 100 * time.Millisecond

// do has one of the crew work, at once.
func (c crew) do(work func()) {
	select {
	case c <- work:
	default:
		go c.serve(work)
	}
}

func (c crew) serve(work func()) {
	rest := time.NewTimer(restful)
	defer rest.Stop()
	for {
		work()
		rest.Reset(restful)
		select {
		case work = <-c:
		case <-rest.C:
			return
		}
	}
}
