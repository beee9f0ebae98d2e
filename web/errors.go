package web

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"syscall"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/regrade"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// ErrUnauthorized says that no applicant is known by the key of the request, or
// that it has none.
var ErrUnauthorized = errors.New("web: no applicant is known by this key")

var (
	errOrigin        = errors.New("web: origin refused")
	errInsecure      = errors.New("web: page asked for without TLS")
	errNotGraded     = errors.New("web: not graded yet")
	errNotAcceptable = errors.New("web: no such format")
	errMediaType     = errors.New("web: body is not JSON")
	errTooMany       = errors.New("web: too many")
	errManyRooms     = errors.New("web: too many rooms of one applicant")
	errClosing       = errors.New("web: going away")
	errTooLarge      = errors.New("web: too large")
	errNoDatabase    = errors.New("web: the database does not answer")
	errPanic         = errors.New("web: panic")
	errSpeech        = errors.New("web: the line could not be spoken")
	errHandshake     = errors.New("web: no websocket handshake of viceconsul.v1")
)

// A fault is how one kind of error is told to a client. Codes are stable. What people
// read is in the catalogue, under the code.
type fault struct {
	status int
	code   string
	title  string
}

// faults is the one table from error to status and code. The first match counts.
var faults = []struct {
	err error
	fault
}{
	{ErrUnauthorized, fault{http.StatusUnauthorized, "unauthorized", "No applicant is known by this key"}},
	{program.ErrDenied, fault{http.StatusNotFound, "not_found", "There is nothing here"}},
	{store.ErrNotFound, fault{http.StatusNotFound, "not_found", "There is nothing here"}},
	{errNotGraded, fault{http.StatusNotFound, "not_graded", "This interview is not graded yet"}},
	{speech.ErrUnspoken, fault{http.StatusNotFound, "no_speech", "This line is not spoken here"}},
	{errSpeech, fault{http.StatusServiceUnavailable, "speech_failed", "The line could not be spoken"}},
	{errOrigin, fault{http.StatusForbidden, "origin_refused", "This request came from another site"}},
	{errInsecure, fault{http.StatusForbidden, "insecure", "This page needs https here"}},
	{transcript.ErrInvalid, fault{http.StatusBadRequest, "invalid", "The request cannot be used as it is"}},
	{errHandshake, fault{http.StatusBadRequest, "handshake", "This address takes websockets of viceconsul.v1 only"}},
	{errNotAcceptable, fault{http.StatusNotAcceptable, "not_acceptable", "The transcript has no such format"}},
	{errMediaType, fault{http.StatusUnsupportedMediaType, "media_type", "The body must be application/json"}},
	{errTooLarge, fault{http.StatusRequestEntityTooLarge, "too_large", "The body is too large"}},
	{errTooMany, fault{http.StatusTooManyRequests, "too_many", "Too many requests"}},
	{errManyRooms, fault{http.StatusTooManyRequests, "too_many_rooms", "Too many interviews are open"}},
	{regrade.ErrTooMany, fault{http.StatusConflict, "too_many_revisions", "This interview was graded again often enough"}},
	{live.ErrClosing, fault{http.StatusServiceUnavailable, "going_away", "The server is going away"}},
	{errClosing, fault{http.StatusServiceUnavailable, "going_away", "The server is going away"}},
	{errNoDatabase, fault{http.StatusServiceUnavailable, "no_database", "The database does not answer"}},
	{interview.ErrClosed, fault{http.StatusConflict, "closed", "The interview has ended"}},
	{interview.ErrUnexpected, fault{http.StatusConflict, "turn_closed", "This is not the turn that is open"}},
	{store.ErrConflict, fault{http.StatusConflict, "conflict", "Something else stands here already"}},
	{store.ErrFenced, fault{http.StatusServiceUnavailable, "moved", "Another instance holds the interview"}},
	{store.ErrUnknown, fault{http.StatusServiceUnavailable, "outcome_unknown", "The database did not say whether it stored this"}},
	{context.DeadlineExceeded, fault{http.StatusServiceUnavailable, "timeout", "The server took too long"}},
	{echo.ErrNotFound, fault{http.StatusNotFound, "not_found", "There is nothing here"}},
	{echo.ErrMethodNotAllowed, fault{http.StatusMethodNotAllowed, "method_not_allowed", "This address does not take this method"}},
	{echo.ErrStatusRequestEntityTooLarge, fault{http.StatusRequestEntityTooLarge, "too_large", "The body is too large"}},
}

// unforeseen is what everything else is: its text stays in the log.
var unforeseen = fault{http.StatusInternalServerError, "internal", "Something went wrong here"}

// faultOf finds an error in the table.
func faultOf(err error) fault {
	var long *http.MaxBytesError
	if errors.As(err, &long) {
		err = errTooLarge
	}
	for _, f := range faults {
		if errors.Is(err, f.err) {
			return f.fault
		}
	}
	return unforeseen
}

// A problem is an error as RFC 9457 words it.
type problem struct {
	Type      string            `json:"type"`
	Title     string            `json:"title"`
	Status    int               `json:"status"`
	Detail    string            `json:"detail,omitempty"`
	Code      string            `json:"code"`
	RequestID string            `json:"request_id"`
	Errors    transcript.Faults `json:"errors,omitempty"` // every fault of a profile or transcript
}

// places are the faults of a profile or transcript that an error holds.
func places(err error) transcript.Faults {
	var all transcript.Faults
	errors.As(err, &all)
	return all
}

// renderError answers a request that failed: a page for people, a problem for
// programs.
func (s *Server) renderError(err error, c echo.Context) {
	f := faultOf(err)
	id := requestID(c)
	if f.status >= http.StatusInternalServerError {
		s.logFailure(c, f.code, err)
	}
	switch {
	case f.code == "too_large":
		s.counts.limit("body")
	case errors.Is(err, errDepth):
		s.counts.limit("json_depth")
	}
	if c.Response().Committed {
		return
	}
	if f.status == http.StatusTooManyRequests || f.status == http.StatusServiceUnavailable {
		c.Response().Header().Set("Retry-After", "5")
	}
	if wantsPage(c.Request()) {
		page := errorPage{Status: f.status, Code: f.code, RequestID: id}
		if err := c.Render(f.status, "error.html", page); err == nil {
			return
		}
	}
	sendProblem(c, f, problem{
		Type: "about:blank", Title: f.title, Status: f.status, Detail: detail(err, f),
		Code: f.code, RequestID: id, Errors: places(err),
	})
}

// logFailure tells the operator of a request that failed. One whose client has gone is
// worth no alarm: a phone in a tunnel is no fault of the server.
func (s *Server) logFailure(c echo.Context, code string, err error) {
	level := slog.LevelError
	if errors.Is(err, context.Canceled) || c.Response().Committed && errors.Is(err, syscall.EPIPE) {
		level = slog.LevelInfo
	}
	s.log.Log(c.Request().Context(), level, "request failed", "request", requestID(c), "method", c.Request().Method, "route", c.Path(), "code", code, "err", err)
}

// An errorPage is what error.html shows.
type errorPage struct {
	Status    int
	Code      string
	RequestID string
}

func sendProblem(c echo.Context, f fault, p problem) {
	body, err := json.Marshal(p)
	if err != nil {
		body = []byte(`{}`)
	}
	_ = c.Blob(f.status, "application/problem+json", body) // the client has gone: nobody to tell
}

// detail is the error's own text where the table says the client may read it:
// only what is wrong with the input, which names places and never words.
func detail(err error, f fault) string {
	if f.code != "invalid" || len(places(err)) > 0 {
		return ""
	}
	return problemOf(err)
}

// problemOf is what is wrong with an input, without the name of the kind of error.
func problemOf(err error) string {
	return strings.ReplaceAll(err.Error(), transcript.ErrInvalid.Error()+": ", "")
}

// wantsPage reports whether a person is reading.
func wantsPage(r *http.Request) bool {
	return !strings.HasPrefix(r.URL.Path, "/api/") && strings.Contains(r.Header.Get("Accept"), "text/html")
}
