package web

import (
	"context"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

const requestKey = "request"

// identify gives a request the id by which its log lines and its problem are
// found. A client's own id is not taken over.
func (s *Server) identify(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		id := uuid.NewString()
		c.Set(requestKey, id)
		c.Response().Header().Set("X-Request-Id", id)
		return next(c)
	}
}

func requestID(c echo.Context) string {
	id, _ := c.Get(requestKey).(string)
	return id
}

// policy is the Content-Security-Policy of every response: nothing but our own
// origin, and no inline script or style.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
	"worker-src 'self'; manifest-src 'self'; form-action 'self'; media-src 'self' blob:; " +
	"object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

// secureHeaders sets what every response carries, errors too. Handlers of public,
// unchanging files replace Cache-Control.
func secureHeaders(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("Permissions-Policy", "microphone=(self)")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if c.Scheme() == "https" {
			h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		}
		return next(c)
	}
}

// smallPages sends pages compressed: with the texts their scripts say, they outgrow what
// a slow line takes in one go. A page holds no secret that another site could guess at by
// its length: the cookie is strict, so nobody else's request is answered with it.
func smallPages() echo.MiddlewareFunc {
	return middleware.GzipWithConfig(middleware.GzipConfig{
		Level: 5, MinLength: 1 << 10,
		Skipper: func(c echo.Context) bool {
			path := c.Request().URL.Path
			return strings.HasPrefix(path, "/api/") || strings.HasPrefix(path, "/static/")
		},
	})
}

// recoverPanic ends one request, not the process. The value that was panicked
// with may hold anything, so only its type is logged.
func (s *Server) recoverPanic(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			r := recover()
			if r == nil {
				return
			}
			if r == http.ErrAbortHandler {
				panic(r)
			}
			s.log.Error("panic", "request", requestID(c), "route", c.Path(), "type", fmt.Sprintf("%T", r), "stack", string(debug.Stack()))
			err = errPanic
		}()
		return next(c)
	}
}

// limitBody ends a body that is longer than its route may take.
func limitBody(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		limit := int64(bodyLimit)
		switch c.Path() {
		case gradePath:
			limit = transcriptLimit
		case recordPath, recordPage:
			limit = recordLimit
		}
		r := c.Request()
		if r.ContentLength > limit {
			return errTooLarge
		}
		r.Body = http.MaxBytesReader(c.Response(), r.Body, limit)
		return next(c)
	}
}

// securePages explains, in the place of every page, why it does not work over
// plain http from another machine: no browser would keep the cookie.
func securePages(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if page(c.Path()) && c.Scheme() != "https" && !loopback(c.Request().Host) {
			return errInsecure
		}
		return next(c)
	}
}

// page reports whether a route is for people.
func page(path string) bool {
	if strings.HasPrefix(path, "/api/") || strings.HasPrefix(path, "/static/") {
		return false
	}
	return !slices.Contains([]string{"", "/healthz", "/readyz", "/openapi.json", "/asyncapi.json"}, path)
}

// deadline gives every request but the socket's ten seconds (our judgement: twice
// the longest statement), and a line that is spoken the time to play.
func deadline(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Path() == socketPath {
			return next(c)
		}
		most := 10 * time.Second
		if c.Path() == speechPath {
			most = playing
		}
		ctx, cancel := context.WithTimeout(c.Request().Context(), most)
		defer cancel()
		c.SetRequest(c.Request().WithContext(ctx))
		return next(c)
	}
}
