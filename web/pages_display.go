package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// displayCookie keeps how a browser shows the pages. It names nobody.
const displayCookie = "__Host-viceconsul-display"

// asSystem follows what the device is set to.
const asSystem = "system"

// A display is how a browser wants to see the pages: a value by the name of its choice.
// What is missing follows the device.
type display map[string]string

// A displayChoice is one thing to choose. Its titles are texts of the catalogue.
type displayChoice struct {
	Name   string
	Values []string
}

var displayChoices = []displayChoice{
	{"theme", []string{asSystem, "light", "dark"}},
	{"text", []string{asSystem, "large", "larger"}},
	{"contrast", []string{asSystem, "more"}},
	{"motion", []string{asSystem, "less"}},
}

// Of is the value of a choice.
func (d display) Of(name string) string {
	if v := d[name]; v != "" {
		return v
	}
	return asSystem
}

// displayOf is what the browser chose before. A value that is none, in a cookie of
// another version, counts as not chosen.
func displayOf(r *http.Request) display {
	d := display{}
	c, err := r.Cookie(displayCookie)
	if err != nil {
		return d
	}
	kept, err := url.ParseQuery(c.Value)
	if err != nil {
		return d
	}
	_ = d.choose(kept)
	return d
}

// choose takes over what a form chose. An error names a choice that has no such value.
func (d display) choose(form url.Values) error {
	var wrong error
	for _, choice := range displayChoices {
		if !form.Has(choice.Name) {
			continue
		}
		value := form.Get(choice.Name)
		if !slices.Contains(choice.Values, value) {
			wrong = fmt.Errorf("%w: %s has no such value", transcript.ErrInvalid, choice.Name)
			continue
		}
		d[choice.Name] = value
	}
	if tag := form.Get("language"); tag != "" {
		all, err := loadLanguages()
		if err != nil {
			return err
		}
		if all.called(tag) == nil {
			return fmt.Errorf("%w: no such language", transcript.ErrInvalid)
		}
		d["language"] = tag
	}
	return wrong
}

// languageOf is the language a request is answered in: the chosen one, or else the
// best of those the browser asks for.
func languageOf(r *http.Request, d display, all *languages) *catalogue {
	if c := all.called(d["language"]); c != nil {
		return c
	}
	return all.asked(r.Header.Get("Accept-Language"))
}

// postDisplay keeps what was chosen and goes back to the page it was chosen on.
func (s *Server) postDisplay(c echo.Context) error {
	form, err := c.FormParams()
	if err != nil {
		return fmt.Errorf("%w: %w", transcript.ErrInvalid, err)
	}
	d := displayOf(c.Request())
	if err := d.choose(form); err != nil {
		return err
	}
	kept := url.Values{}
	for name, value := range d {
		if value != asSystem {
			kept.Set(name, value)
		}
	}
	c.SetCookie(&http.Cookie{
		Name: displayCookie, Value: kept.Encode(), Path: "/", MaxAge: int(keyAge / time.Second),
		Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	return c.Redirect(http.StatusSeeOther, localPath(form.Get("back")))
}

// localPath is an address on this server; "/" for any other.
func localPath(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") || strings.Contains(address, `\`) {
		return "/"
	}
	return u.RequestURI()
}

// backTo is where a visitor comes back to after a choice: this page, where it can be
// asked for again.
func backTo(c echo.Context) string {
	r := c.Request()
	if r.Method == http.MethodGet {
		return r.URL.RequestURI()
	}
	for _, route := range c.Echo().Routes() {
		if route.Method == http.MethodGet && route.Path == c.Path() {
			return r.URL.Path
		}
	}
	return "/"
}
