package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A record is everything an applicant has on this server, as it is taken along and
// brought back. Interviews are their logs: a grade is worked out again from what was said.
type record struct {
	Format     string                           `json:"format"` // recordFormat
	Made       time.Time                        `json:"made"`
	Profiles   map[string]map[string]string     `json:"profiles"` // by category; texts as typed, by path
	Pages      []keptPage                       `json:"pages"`
	Drills     map[string]map[string]drillGrade `json:"drills"` // by category and drill
	Interviews []keptInterview                  `json:"interviews"`
}

type keptPage struct {
	Category string            `json:"category"`
	Name     string            `json:"name"`
	Texts    map[string]string `json:"texts"`
}

type keptInterview struct {
	Events      []live.Logged    `json:"events"`
	Corrections []keptCorrection `json:"corrections,omitempty"` // made after the interview
	Profile     string           `json:"profile,omitempty"`     // JSON of the one it was graded again by; "" for its own
}

type keptCorrection struct {
	Turn int             `json:"turn"`
	Door transcript.Door `json:"door"`
	Text string          `json:"text"`
}

const (
	recordFormat = "viceconsul.record.1"
	recordPath   = "/api/v1/record"
	recordLimit  = 16 << 20 // bytes (our judgement: two hundred long interviews)
	recordMost   = 500      // interviews taken along
)

// sendRecord gives an applicant everything that is theirs.
func (s *Server) sendRecord(c echo.Context) error {
	a, err := s.applicant(c)
	if err != nil {
		return err
	}
	if err := s.spend(c); err != nil {
		return err
	}
	r, err := s.recordOf(c, a)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Content-Disposition", `attachment; filename="viceconsul-record.json"`)
	return c.JSON(http.StatusOK, r)
}

func (s *Server) recordOf(c echo.Context, a store.Applicant) (record, error) {
	r := record{Format: recordFormat, Made: time.Now().UTC().Truncate(time.Second), Profiles: map[string]map[string]string{},
		Pages: []keptPage{}, Drills: map[string]map[string]drillGrade{}, Interviews: []keptInterview{}}
	for _, category := range transcript.Categories() {
		texts, err := s.draftTexts(c, a, category)
		if err != nil {
			return r, err
		}
		if len(texts) > 0 {
			r.Profiles[string(category)] = texts
		}
		for _, name := range ownPages {
			texts, err := s.ownTexts(c, a, category, name)
			if err != nil {
				return r, err
			}
			if len(texts) > 0 {
				r.Pages = append(r.Pages, keptPage{string(category), name, texts})
			}
		}
		drills, err := s.drillGrades(c, a, category)
		if err != nil {
			return r, err
		}
		if len(drills) > 0 {
			r.Drills[string(category)] = drills
		}
	}
	heads, err := s.store.Interviews(c.Request().Context(), a.Tenant, a.ID, recordMost)
	if err != nil {
		return r, fmt.Errorf("list interviews: %w", err)
	}
	for _, h := range slices.Backward(heads) {
		events, err := s.store.Events(c.Request().Context(), h.Tenant, h.ID, 0)
		if err != nil {
			return r, fmt.Errorf("read interview %s: %w", h.ID, err)
		}
		var kept keptInterview
		for _, e := range events {
			kept.Events = append(kept.Events, live.Logged{Name: e.Name, Body: string(e.Body)})
		}
		if err := s.addCorrections(c, h, &kept); err != nil {
			return r, err
		}
		r.Interviews = append(r.Interviews, kept)
	}
	return r, nil
}

// addCorrections adds what was corrected after an interview.
func (s *Server) addCorrections(c echo.Context, h store.Interview, kept *keptInterview) error {
	if !h.Sealed {
		return nil
	}
	row, err := s.attemptOf(c, h)
	if err != nil {
		return err
	}
	for _, turn := range row.t.Turns {
		if turn.Corrected != nil {
			kept.Corrections = append(kept.Corrections, keptCorrection{turn.N, turn.Corrected.Door, turn.Applicant})
		}
	}
	first, err := s.store.Revision(c.Request().Context(), h.Tenant, h.ID, 1)
	if err != nil {
		return fmt.Errorf("first transcript of %s: %w", h.ID, err)
	}
	var own struct{ Profile transcript.Profile }
	if err := json.Unmarshal(first.Body, &own); err != nil {
		return fmt.Errorf("first transcript of %s: %w", h.ID, err)
	}
	if own.Profile.Equal(row.t.Profile) {
		return nil
	}
	profile, err := json.Marshal(row.t.Profile)
	kept.Profile = string(profile)
	return err
}

// A broughtBack says what became of a record.
type broughtBack struct {
	Interviews int               `json:"interviews"`
	Profiles   int               `json:"profiles"`
	Pages      int               `json:"pages"`
	Already    int               `json:"already"` // left alone, since something stands there
	Refused    transcript.Faults `json:"refused"`
}

// takeRecord is POST /api/v1/record.
func (s *Server) takeRecord(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	done, err := s.bringBack(c, body)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, done)
}

// bringBack stores what a record holds where nothing stands yet. What cannot be read is
// named with its place, and the rest is stored.
func (s *Server) bringBack(c echo.Context, body []byte) (broughtBack, error) {
	done := broughtBack{Refused: transcript.Faults{}}
	var r record
	if err := decodeStrict(body, &r); err != nil {
		return done, err
	}
	if r.Format != recordFormat {
		return done, fmt.Errorf("%w: format is %q; choose a file that was taken along here", transcript.ErrInvalid, recordFormat)
	}
	if err := s.spend(c); err != nil {
		return done, err
	}
	a, _, err := s.ensureApplicant(c)
	if err != nil {
		return done, err
	}
	for _, bring := range []func(echo.Context, store.Applicant, record, *broughtBack) error{s.bringProfiles, s.bringPages, s.bringDrills, s.bringInterviews} {
		if err := bring(c, a, r, &done); err != nil {
			return done, err
		}
	}
	return done, nil
}

func (b *broughtBack) refuse(place, problem string) {
	b.Refused = append(b.Refused, transcript.Fault{Path: place, Problem: problem})
}

func known(category string) bool {
	return slices.Contains(transcript.Categories(), transcript.Category(category))
}

func (s *Server) bringProfiles(c echo.Context, a store.Applicant, r record, done *broughtBack) error {
	for _, name := range slices.Sorted(maps.Keys(r.Profiles)) {
		category := transcript.Category(name)
		if !known(name) {
			done.refuse("profiles."+name, "the category is not known")
			continue
		}
		standing, err := s.draftTexts(c, a, category)
		if err != nil {
			return err
		}
		if len(standing) > 0 {
			done.Already++
			continue
		}
		if err := s.keepDraft(c, a, category, r.Profiles[name]); err != nil {
			return err
		}
		done.Profiles++
	}
	return nil
}

func (s *Server) bringPages(c echo.Context, a store.Applicant, r record, done *broughtBack) error {
	for i, page := range r.Pages {
		place := fmt.Sprintf("pages[%d]", i)
		category := transcript.Category(page.Category)
		if !known(page.Category) || !slices.Contains(ownPages, page.Name) {
			done.refuse(place, "the page is not known")
			continue
		}
		standing, err := s.ownTexts(c, a, category, page.Name)
		if err != nil {
			return err
		}
		if len(standing) > 0 {
			done.Already++
			continue
		}
		err = s.keepOwn(c, a, category, page.Name, page.Texts)
		if errors.Is(err, transcript.ErrInvalid) {
			done.refuse(place, problemOf(err))
			continue
		}
		if err != nil {
			return err
		}
		done.Pages++
	}
	return nil
}

// bringDrills keeps the better of two grades.
func (s *Server) bringDrills(c echo.Context, a store.Applicant, r record, done *broughtBack) error {
	for _, name := range slices.Sorted(maps.Keys(r.Drills)) {
		if !known(name) {
			done.refuse("drills."+name, "the category is not known")
			continue
		}
		kept, err := s.drillGrades(c, a, transcript.Category(name))
		if err != nil {
			return err
		}
		for drill, grade := range r.Drills[name] {
			if _, ok := drillNamed(drill); !ok || !grade.valid() {
				done.refuse("drills."+name+"."+drill, "the drill or its grade is not known")
				continue
			}
			if _, standing := kept[drill]; !standing {
				kept[drill] = grade
			}
		}
		if err := s.saveDrillGrades(c, a, transcript.Category(name), kept); err != nil {
			return err
		}
	}
	return nil
}

func (s *Server) bringInterviews(c echo.Context, a store.Applicant, r record, done *broughtBack) error {
	for i, kept := range r.Interviews {
		err := s.bringInterview(c.Request().Context(), a, kept)
		switch {
		case errors.Is(err, store.ErrConflict):
			done.Already++
		case errors.Is(err, transcript.ErrInvalid):
			done.refuse(fmt.Sprintf("interviews[%d]", i), problemOf(err))
		case err != nil:
			return err
		default:
			done.Interviews++
		}
	}
	return nil
}

// bringInterview brings back one interview with its corrections.
func (s *Server) bringInterview(ctx context.Context, a store.Applicant, kept keptInterview) error {
	head, err := s.section.Restore(ctx, a.Tenant, a.ID, kept.Events)
	if err != nil {
		return err
	}
	for _, k := range kept.Corrections {
		if _, err := s.regrader.Correct(ctx, head.Tenant, head.ID, k.Turn, k.Door, k.Text); err != nil {
			return err
		}
	}
	if kept.Profile == "" {
		return nil
	}
	var p transcript.Profile
	if err := json.Unmarshal([]byte(kept.Profile), &p); err != nil {
		return fmt.Errorf("profile: %w", err)
	}
	_, err = s.regrader.Under(ctx, head.Tenant, head.ID, p)
	return err
}

// eraseRecord is DELETE /api/v1/record: everything goes, the key too.
func (s *Server) eraseRecord(c echo.Context) error {
	a, err := s.applicant(c)
	if err != nil {
		return err
	}
	if err := s.eraseAll(c.Request().Context(), a); err != nil {
		return err
	}
	s.forget(c)
	return c.NoContent(http.StatusNoContent)
}

// eraseAll removes an applicant and ends their sockets.
func (s *Server) eraseAll(ctx context.Context, a store.Applicant) error {
	heads, err := s.store.Interviews(ctx, a.Tenant, a.ID, recordMost)
	if err != nil {
		return fmt.Errorf("list interviews: %w", err)
	}
	if err := s.store.EraseApplicant(ctx, a.Tenant, a.ID); err != nil {
		return fmt.Errorf("erase applicant %s: %w", a.ID, err)
	}
	for _, h := range heads {
		for _, k := range s.sockets.of(h.ID) {
			k.close(deleted)
		}
	}
	return nil
}

// forget takes the key out of the browser.
func (s *Server) forget(c echo.Context) {
	c.SetCookie(&http.Cookie{Name: cookieName, Path: "/", MaxAge: -1, Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode})
}
