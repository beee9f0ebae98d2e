package web

import (
	"context"
	"sync"
)

// A registry knows every open socket, which http.Server does not, and how many
// one applicant and one address hold.
type registry struct {
	limits Limits

	mu         sync.Mutex
	open       map[*socket]struct{}
	applicants map[string]int
	addresses  map[string]int
	emptied    chan struct{} // closed when the last socket goes; nil while nobody waits
}

func newRegistry(l Limits) *registry {
	return &registry{
		limits: l, open: make(map[*socket]struct{}),
		applicants: make(map[string]int), addresses: make(map[string]int),
	}
}

// admit counts a socket in before its upgrade. It returns the limit that was met,
// or "". A network that drops again and again leaves sockets behind that nobody
// holds any more: when they fill the applicant's share, those of the same
// interview are replaced now, as the new one will replace them anyway.
func (r *registry) admit(s *socket) string {
	if r.full(s.applicant) {
		for _, old := range r.of(s.interview) {
			if old.upgraded() {
				old.close(replaced)
				r.remove(old)
			}
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case len(r.open) >= r.limits.Sockets:
		return "sockets"
	case r.applicants[s.applicant] >= r.limits.SocketsPerApplicant:
		return "sockets_per_applicant"
	case r.addresses[s.address] >= r.limits.SocketsPerAddress:
		return "sockets_per_address"
	}
	r.open[s] = struct{}{}
	r.applicants[s.applicant]++
	r.addresses[s.address]++
	return ""
}

// full reports whether an applicant holds as many sockets as one may.
func (r *registry) full(applicant string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.applicants[applicant] >= r.limits.SocketsPerApplicant
}

// remove counts a socket out. Nothing happens the second time.
func (r *registry) remove(s *socket) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.open[s]; !ok {
		return
	}
	delete(r.open, s)
	countOut(r.applicants, s.applicant)
	countOut(r.addresses, s.address)
	if len(r.open) == 0 && r.emptied != nil {
		close(r.emptied)
		r.emptied = nil
	}
}

func countOut(of map[string]int, key string) {
	if of[key]--; of[key] <= 0 {
		delete(of, key)
	}
}

func (r *registry) count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.open)
}

// of lists the sockets of one interview, or all for "".
func (r *registry) of(interview string) []*socket {
	r.mu.Lock()
	defer r.mu.Unlock()
	var all []*socket
	for s := range r.open {
		if interview == "" || s.interview == interview {
			all = append(all, s)
		}
	}
	return all
}

// wait returns when no socket is open, or with how many are when ctx ends.
func (r *registry) wait(ctx context.Context) int {
	r.mu.Lock()
	if len(r.open) == 0 {
		r.mu.Unlock()
		return 0
	}
	if r.emptied == nil {
		r.emptied = make(chan struct{})
	}
	emptied := r.emptied
	r.mu.Unlock()
	select {
	case <-emptied:
		return 0
	case <-ctx.Done():
		return r.count()
	}
}
