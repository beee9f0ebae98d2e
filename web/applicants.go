package web

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/store"
)

// cookieName carries an applicant's key in browsers. The prefix makes the browser
// refuse it without Secure, with a Domain or from another path.
const cookieName = "__Host-viceconsul"

// keyAge is how long a browser keeps a key after it was made: the retention
// default of the security requirements, 180 days.
const keyAge = 180 * 24 * time.Hour

// applicant returns who sent the request, by the key in its Authorization header
// or its cookie; ErrUnauthorized when there is none or nobody is known by it.
func (s *Server) applicant(c echo.Context) (store.Applicant, error) {
	hash, ok := keyHash(requestKeyText(c.Request()))
	if !ok {
		return store.Applicant{}, ErrUnauthorized
	}
	a, err := s.store.ApplicantByKey(c.Request().Context(), hash)
	if errors.Is(err, store.ErrNotFound) {
		return store.Applicant{}, ErrUnauthorized
	}
	if err != nil {
		return store.Applicant{}, fmt.Errorf("applicant of the request: %w", err)
	}
	return a, nil
}

// ensureApplicant returns who sent the request. Nobody known makes a new
// applicant, whose key is returned and set as the browser's cookie; the key of a
// known one is "".
func (s *Server) ensureApplicant(c echo.Context) (store.Applicant, string, error) {
	a, key, err := s.knownOrNew(c)
	if err == nil && key != "" {
		c.SetCookie(&http.Cookie{
			Name: cookieName, Value: key, Path: "/", MaxAge: int(keyAge / time.Second),
			Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		})
	}
	return a, key, err
}

// knownOrNew is ensureApplicant for clients that keep no cookie.
func (s *Server) knownOrNew(c echo.Context) (store.Applicant, string, error) {
	a, err := s.applicant(c)
	if !errors.Is(err, ErrUnauthorized) {
		return a, "", err
	}
	if bearer(c.Request()) != "" {
		return store.Applicant{}, "", err // a key that is no longer good is not replaced silently
	}
	if err := s.spend(c); err != nil {
		return store.Applicant{}, "", err
	}
	return s.newApplicant(c.Request().Context())
}

func (s *Server) newApplicant(ctx context.Context) (store.Applicant, string, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return store.Applicant{}, "", fmt.Errorf("new applicant: %w", err)
	}
	var key [32]byte
	if _, err := rand.Read(key[:]); err != nil {
		return store.Applicant{}, "", fmt.Errorf("new applicant: %w", err)
	}
	a := store.Applicant{Tenant: store.Local, ID: id.String(), Created: time.Now().UTC().Truncate(time.Microsecond)}
	if err := s.store.CreateApplicant(ctx, a, sha256.Sum256(key[:])); err != nil {
		return store.Applicant{}, "", fmt.Errorf("new applicant: %w", err)
	}
	return a, base64.RawURLEncoding.EncodeToString(key[:]), nil
}

// requestKeyText is the key a request carries: the Bearer token, or the cookie.
func requestKeyText(r *http.Request) string {
	if t := bearer(r); t != "" {
		return t
	}
	if c, err := r.Cookie(cookieName); err == nil {
		return c.Value
	}
	return ""
}

func bearer(r *http.Request) string {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// usesCookie reports whether a request is known by its cookie alone.
func usesCookie(r *http.Request) bool {
	_, err := r.Cookie(cookieName)
	return err == nil && bearer(r) == ""
}

// keyHash is the SHA-256 of the 32 bytes a key stands for; false when it stands
// for none.
func keyHash(key string) ([32]byte, bool) {
	raw, err := base64.RawURLEncoding.DecodeString(key)
	if err != nil || len(raw) != 32 {
		return [32]byte{}, false
	}
	return sha256.Sum256(raw), true
}
