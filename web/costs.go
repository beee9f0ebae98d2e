package web

import (
	"net/netip"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
	"golang.org/x/time/rate"
)

// addressesKept bounds the memory of addresses: about 100 bytes each (our
// judgement). Beyond it the ones that owe nothing are forgotten first.
const addressesKept = 20_000

// addresses counts what each address has cost in the last minute.
type addresses struct {
	perMinute int

	mu sync.Mutex
	of map[string]*rate.Limiter
}

func newAddresses(perMinute int) *addresses {
	return &addresses{perMinute: perMinute, of: make(map[string]*rate.Limiter)}
}

// allow takes one from an address.
func (a *addresses) allow(address string, now time.Time) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	l := a.of[address]
	if l == nil {
		a.forget(now)
		l = rate.NewLimiter(rate.Limit(float64(a.perMinute)/60), a.perMinute)
		a.of[address] = l
	}
	return l.AllowN(now, 1)
}

// forget makes room for one more address.
func (a *addresses) forget(now time.Time) {
	if len(a.of) < addressesKept {
		return
	}
	for address, l := range a.of {
		if l.TokensAt(now) >= float64(a.perMinute) {
			delete(a.of, address)
		}
	}
	for address := range a.of {
		if len(a.of) < addressesKept {
			return
		}
		delete(a.of, address)
	}
}

// spend takes one costly request from the client's address; errTooMany when it
// has had its share.
func (s *Server) spend(c echo.Context) error {
	if !s.costs.allow(network(c.RealIP()), time.Now()) {
		s.counts.limit("costly")
		return errTooMany
	}
	return nil
}

// network is the address limits are counted by: the address, or of an IPv6
// address its /64, which one household or server has whole.
func network(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	a = a.Unmap()
	if a.Is4() {
		return a.String()
	}
	p, err := a.WithZone("").Prefix(64)
	if err != nil {
		return address
	}
	return p.String()
}
