package web

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// minutesUsual and minutesMost are how long an interview may be asked to last
// (design: 5; the limit of the security requirements: 60).
const (
	minutesUsual = 5
	minutesMost  = 60
)

var errMinutes = fmt.Errorf("%w: minutes is from 1 to %d", transcript.ErrInvalid, minutesMost)

// A startRequest is what an interview is started with. Zero fields take the
// defaults: a neutral officer of a random seed, exam, five minutes.
type startRequest struct {
	Category transcript.Category
	Profile  transcript.Profile
	Temper   interview.Temper
	Patient  bool // the officer never cuts in, nor asks who is silent
	Plain    bool // no model takes part
	Seed     *uint64
	Mode     interview.Mode
	Minutes  int
}

// start begins an interview of the applicant. Errors wrap transcript.ErrInvalid
// and name the place when the request cannot be used.
func (s *Server) start(ctx context.Context, a store.Applicant, r startRequest) (store.Interview, error) {
	set(&r.Temper, interview.Neutral)
	set(&r.Mode, interview.Exam)
	set(&r.Minutes, minutesUsual)
	if err := r.check(); err != nil {
		return store.Interview{}, err
	}
	if r.Seed == nil {
		seed := randomSeed()
		r.Seed = &seed
	}
	before, err := s.before(ctx, a, r.Category)
	if err != nil {
		return store.Interview{}, err
	}
	iv, err := s.section.Start(ctx, a.Tenant, a.ID, interview.Started{
		Category: r.Category, Profile: r.Profile, Date: time.Now().UTC().Format(time.DateOnly),
		Officer: interview.Persona{Temper: r.Temper, Seed: *r.Seed, Patient: r.Patient, Plain: r.Plain}, Mode: r.Mode, Minutes: r.Minutes,
		Before: before, Fear: s.fear,
	})
	if err != nil {
		return store.Interview{}, fmt.Errorf("start interview: %w", err)
	}
	return iv, nil
}

// attemptsBefore is how many earlier interviews shape the next one (our judgement: older
// ones say little about the applicant of today).
const attemptsBefore = 5

// before is what the applicant's earlier interviews of a category leave to the next. Of
// their transcripts only the turns are read: the profile has changed since, or not.
func (s *Server) before(ctx context.Context, a store.Applicant, category transcript.Category) (interview.Before, error) {
	sealed, err := s.store.Transcripts(ctx, a.Tenant, a.ID, string(category), attemptsBefore)
	if err != nil {
		return interview.Before{}, fmt.Errorf("earlier interviews: %w", err)
	}
	earlier := make([]transcript.Transcript, len(sealed))
	for i, body := range sealed {
		var read struct{ Turns []transcript.Turn }
		if err := json.Unmarshal(body, &read); err != nil {
			return interview.Before{}, fmt.Errorf("earlier interviews: %w", err)
		}
		earlier[i].Turns = read.Turns
	}
	return interview.BeforeOf(earlier), nil
}

func (r startRequest) check() error {
	tempers := []interview.Temper{interview.Neutral, interview.Brisk, interview.Sceptical, interview.Warm}
	switch {
	case !slices.Contains(tempers, r.Temper):
		return fmt.Errorf("%w: officer.temper is one of neutral, brisk, sceptical, warm", transcript.ErrInvalid)
	case r.Mode != interview.Exam && r.Mode != interview.Coach:
		return fmt.Errorf("%w: mode is exam or coach", transcript.ErrInvalid)
	case r.Minutes < 1 || r.Minutes > minutesMost:
		return errMinutes
	}
	return nil
}

// randomSeed is below 2^53, so that a program which reads numbers as doubles can
// repeat the interview.
func randomSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	return binary.LittleEndian.Uint64(b[:]) >> 11
}

// owned loads the interview of the request's address for its applicant. One that
// is somebody else's is store.ErrNotFound, as is one that never was.
func (s *Server) owned(c echo.Context, action program.Action) (store.Interview, error) {
	a, err := s.applicant(c)
	if err != nil {
		return store.Interview{}, err
	}
	id := c.Param("id")
	if len(id) != 36 || uuid.Validate(id) != nil {
		return store.Interview{}, store.ErrNotFound
	}
	iv, err := s.store.Interview(c.Request().Context(), a.Tenant, id)
	if err != nil {
		return store.Interview{}, fmt.Errorf("interview %s: %w", id, err)
	}
	actor := program.Actor{Tenant: a.Tenant, ID: a.ID}
	record := program.Record{Tenant: iv.Tenant, ID: iv.ID, Owner: iv.Applicant}
	if err := program.May(actor, action, record, nil, time.Now()); err != nil {
		return store.Interview{}, err
	}
	return iv, nil
}

// A createRequest is the body of POST /api/v1/interviews.
type createRequest struct {
	Category string          `json:"category"`
	Track    string          `json:"track"`
	Profile  json.RawMessage `json:"profile"`
	Officer  struct {
		Temper  interview.Temper `json:"temper"`
		Seed    *uint64          `json:"seed"`
		Patient bool             `json:"patient"`
		Plain   bool             `json:"plain"`
	} `json:"officer"`
	Mode    interview.Mode `json:"mode"`
	Minutes *int           `json:"minutes"`
}

// A created is its answer. Token is there for a program that had none; a browser
// gets a cookie instead.
type created struct {
	ID     string `json:"id"`
	Socket string `json:"socket"`
	Token  string `json:"token,omitempty"`
}

func (s *Server) createInterview(c echo.Context) error {
	var body createRequest
	if err := readJSON(c, &body); err != nil {
		return err
	}
	request, err := body.request()
	if err != nil {
		return err
	}
	if err := s.spend(c); err != nil {
		return err
	}
	known := s.knownOrNew
	if fromBrowser(c.Request()) {
		known = s.ensureApplicant
	}
	a, key, err := known(c)
	if err != nil {
		return err
	}
	iv, err := s.start(c.Request().Context(), a, request)
	if err != nil {
		return err
	}
	if fromBrowser(c.Request()) {
		key = ""
	}
	c.Response().Header().Set("Location", "/api/v1/interviews/"+iv.ID)
	return c.JSON(http.StatusCreated, created{ID: iv.ID, Socket: socketOf(iv.ID), Token: key})
}

// request checks a body. Every fault of the profile is reported at once.
func (b createRequest) request() (startRequest, error) {
	category, err := transcript.ParseCategory(b.Category, b.Track)
	if err != nil {
		return startRequest{}, err
	}
	r := startRequest{Category: category, Temper: b.Officer.Temper, Seed: b.Officer.Seed, Patient: b.Officer.Patient, Plain: b.Officer.Plain,
		Mode: b.Mode, Minutes: minutesUsual}
	if b.Minutes != nil {
		if *b.Minutes == 0 {
			return startRequest{}, errMinutes
		}
		r.Minutes = *b.Minutes
	}
	if len(b.Profile) > 0 && string(b.Profile) != "null" {
		if err := json.Unmarshal(b.Profile, &r.Profile); err != nil {
			return startRequest{}, fmt.Errorf("profile: %w", err)
		}
	}
	return r, nil
}

// fromBrowser reports whether a page sent the request: browsers say so on every
// request that changes something.
func fromBrowser(r *http.Request) bool {
	return r.Header.Get("Sec-Fetch-Site") != "" || r.Header.Get("Origin") != ""
}

func socketOf(id string) string { return "/api/v1/interviews/" + id + "/socket" }

// An interviewView is an interview as the API shows it.
type interviewView struct {
	ID         string    `json:"id"`
	Category   string    `json:"category"`
	Track      string    `json:"track,omitempty"`
	Mode       string    `json:"mode"`
	Created    time.Time `json:"created"`
	Active     time.Time `json:"active"`
	Offset     int64     `json:"offset"`
	Sealed     bool      `json:"sealed"`
	Socket     string    `json:"socket"`
	Transcript string    `json:"transcript,omitempty"`
	Revision   int       `json:"revision,omitempty"` // of the transcript; 0 before it is sealed
	Reading    bool      `json:"reading,omitempty"`  // a model is reading that revision; another will follow
}

func (s *Server) showInterview(c echo.Context) error {
	iv, err := s.owned(c, program.Read)
	if err != nil {
		return err
	}
	view := viewOfInterview(iv)
	if iv.Sealed {
		newest, err := s.newest(c.Request().Context(), iv)
		if err != nil {
			return err
		}
		view.Revision, view.Reading = newest.N, s.reads(newest)
	}
	return c.JSON(http.StatusOK, view)
}

func viewOfInterview(iv store.Interview) interviewView {
	category := transcript.Category(iv.Category)
	view := interviewView{
		ID: iv.ID, Category: category.Visa(), Track: category.Track(), Mode: iv.Mode, Created: iv.Created, Active: iv.Active,
		Offset: iv.Offset, Sealed: iv.Sealed, Socket: socketOf(iv.ID),
	}
	if iv.Sealed {
		view.Transcript = "/api/v1/interviews/" + iv.ID + "/transcript"
	}
	return view
}

// newest is the newest revision of an interview's transcript, without its body.
func (s *Server) newest(ctx context.Context, iv store.Interview) (store.Revision, error) {
	all, err := s.store.Revisions(ctx, iv.Tenant, iv.ID)
	if err != nil {
		return store.Revision{}, fmt.Errorf("revisions of interview %s: %w", iv.ID, err)
	}
	if len(all) == 0 { // erased since
		return store.Revision{}, store.ErrNotFound
	}
	return all[len(all)-1], nil
}

// reads reports whether a model reads a revision, the newest one.
func (s *Server) reads(newest store.Revision) bool { return newest.Due && s.regrader.Reads() }

func (s *Server) deleteInterview(c echo.Context) error {
	iv, err := s.owned(c, program.Delete)
	if err != nil {
		return err
	}
	if err := s.remove(c.Request().Context(), iv); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// remove erases an interview and ends its sockets.
func (s *Server) remove(ctx context.Context, iv store.Interview) error {
	err := s.store.Delete(ctx, iv.Tenant, iv.ID)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("delete interview %s: %w", iv.ID, err)
	}
	for _, k := range s.sockets.of(iv.ID) {
		k.close(deleted)
	}
	return nil
}
