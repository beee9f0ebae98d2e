package web

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// origins are the exact origins a browser may speak from.
type origins map[string]bool

func readOrigins(list []string) (origins, error) {
	all := make(origins, len(list))
	for _, o := range list {
		u, err := url.Parse(o)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.Scheme+"://"+u.Host != o {
			return nil, fmt.Errorf("%w: origin %q is not like https://example.org or http://localhost:8080", transcript.ErrInvalid, o)
		}
		all[strings.ToLower(o)] = true
	}
	return all, nil
}

// allow reports whether the request names exactly one origin and it is ours:
// a listed one, or the server's own when it is reached on loopback. Scheme, host
// and port must match. None, "null" or two are not ours.
func (o origins) allow(r *http.Request, scheme string) bool {
	named := r.Header.Values("Origin")
	if len(named) != 1 || named[0] == "null" {
		return false
	}
	return o[named[0]] || loopback(r.Host) && named[0] == scheme+"://"+r.Host
}

// loopback reports whether a Host header names this machine. A name that only
// resolves to it does not, so a foreign site cannot rebind its own name to us.
func loopback(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	if name == "localhost" {
		return true
	}
	a, err := netip.ParseAddr(strings.Trim(name, "[]"))
	return err == nil && a.IsLoopback()
}

// sameOrigin refuses what another site makes a browser send. A request that
// changes something and is known by its cookie must say where it comes from.
func (s *Server) sameOrigin(next echo.HandlerFunc) echo.HandlerFunc {
	guard := http.NewCrossOriginProtection()
	for o := range s.origins {
		if err := guard.AddTrustedOrigin(o); err != nil {
			panic("web: origin passed readOrigins: " + err.Error())
		}
	}
	return func(c echo.Context) error {
		r := c.Request()
		if err := guard.Check(r); err != nil {
			s.counts.limit("origin")
			return errOrigin
		}
		if changes(r.Method) && usesCookie(r) && r.Header.Get("Sec-Fetch-Site") != "same-origin" && !s.origins.allow(r, c.Scheme()) {
			s.counts.limit("origin")
			return errOrigin
		}
		return next(c)
	}
}

func changes(method string) bool {
	return method != http.MethodGet && method != http.MethodHead && method != http.MethodOptions
}

// clientAddress finds whom a request came from: the peer, or what a trusted proxy
// says.
func clientAddress(proxies []netip.Prefix) echo.IPExtractor {
	if len(proxies) == 0 {
		return echo.ExtractIPDirect()
	}
	return echo.ExtractIPFromXFFHeader(trust(proxies)...)
}

// clientScheme finds how a request came, in the same way.
func clientScheme(proxies []netip.Prefix) echo.SchemeExtractor {
	if len(proxies) == 0 {
		return echo.ExtractSchemeDirect()
	}
	forwarded := echo.ExtractSchemeFromHeaders(trust(proxies)...)
	return func(r *http.Request) string {
		// A websocket's scheme is that of the page which opened it.
		switch scheme := forwarded(r); scheme {
		case "wss":
			return "https"
		case "ws":
			return "http"
		default:
			return scheme
		}
	}
}

func trust(proxies []netip.Prefix) []echo.TrustOption {
	options := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, p := range proxies {
		options = append(options, echo.TrustIPRange(&net.IPNet{
			IP: p.Masked().Addr().AsSlice(), Mask: net.CIDRMask(p.Bits(), p.Addr().BitLen()),
		}))
	}
	return options
}
