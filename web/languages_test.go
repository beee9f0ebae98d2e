package web

import (
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/feature/plural"
)

func catalogues(t testing.TB) *languages {
	t.Helper()
	all, err := loadLanguages()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var (
	saidWhole  = regexp.MustCompile(`say\(?\s?["'\x60]([a-z_0-9.-]+[a-z_0-9])["'\x60]`)              // {{say "start.lead"}}, say("room.end")
	saidPrefix = regexp.MustCompile("say\\(? ?\\(?(?:print )?[\"`]([a-z_0-9.-]+\\.)(?:\"| |\\$\\{)") // {{say (print "start.door." .)}}, say(`room.state.${phase}`), say("parts.track." + name)
)

// used are the keys that templates, scripts and Go say, and beginnings of keys where
// the rest is worked out.
func used(t testing.TB) (keys, prefixes map[string]string) {
	t.Helper()
	keys, prefixes = map[string]string{}, map[string]string{}
	for _, pattern := range []string{"templates/*.html", "static/*.js", "*.go"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			body, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range saidWhole.FindAllStringSubmatch(string(body), -1) {
				keys[m[1]] = name
			}
			for _, m := range saidPrefix.FindAllStringSubmatch(string(body), -1) {
				prefixes[m[1]] = name
			}
		}
	}
	return keys, prefixes
}

// Every text that a page says is in the catalogue, and every text in the catalogue is
// said.
func TestCatalogueIsUsed(t *testing.T) {
	english := catalogues(t).english()
	keys, prefixes := used(t)
	for key, name := range keys {
		if _, ok := english.texts[key]; !ok {
			t.Errorf("%s says %q, which no catalogue has", name, key)
		}
	}
	begins := func(key string) bool {
		for prefix := range prefixes {
			if strings.HasPrefix(key, prefix) {
				return true
			}
		}
		return false
	}
	for key := range english.texts {
		if keys[key] == "" && !begins(key) {
			t.Errorf("nothing says %q", key)
		}
	}
	for prefix, name := range prefixes {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(english.texts)), func(key string) bool { return strings.HasPrefix(key, prefix) }) {
			t.Errorf("%s says texts of %q, which no catalogue has", name, prefix)
		}
	}
}

// A language has all texts of a page or none, of the frame and the parts in any case,
// with the values and the plural forms that it needs, and nothing that English lacks.
func TestCataloguesAgree(t *testing.T) {
	all := catalogues(t)
	english := all.english()
	for _, c := range all.all() {
		for _, section := range sharedSections {
			if !c.sections[section] {
				t.Errorf("%s lacks the section %s", c.Name, section)
			}
		}
		for key, source := range english.texts {
			section, _, _ := strings.Cut(key, ".")
			said, ok := c.texts[key]
			if !ok {
				if c.sections[section] {
					t.Errorf("%s has texts of %s and lacks %q", c.Name, section, key)
				}
				continue
			}
			if got, want := said.values(), source.values(); !slices.Equal(got, want) {
				t.Errorf("%s, %q has the values %q, want %q", c.Name, key, got, want)
			}
			c.checkForms(t, key, said, len(source) > 1)
		}
		for key := range c.texts {
			if _, ok := english.texts[key]; !ok {
				t.Errorf("%s has %q, which English has not", c.Name, key)
			}
		}
	}
}

// checkForms holds a text that counts to the plural forms its language has.
func (c *catalogue) checkForms(t *testing.T, key string, said phrase, counts bool) {
	t.Helper()
	wanted := map[plural.Form]bool{plural.Other: true}
	for n := 0; n < 200 && counts; n++ {
		wanted[plural.Cardinal.MatchPlural(c.latinDigits(), n, 0, 0, 0, 0)] = true
	}
	for name, form := range pluralForms {
		if _, has := said[form]; has && !wanted[form] || !has && wanted[form] && c.Tag != pseudoTag {
			t.Errorf("%s, %q: form %q is there: %t, wanted: %t", c.Name, key, name, has, wanted[form])
		}
	}
}

// Texts are plain, and English sentences have fifteen words at most.
func TestCatalogueIsPlain(t *testing.T) {
	for _, c := range catalogues(t).offered {
		for key, said := range c.texts {
			for _, pieces := range said {
				text := written(pieces)
				if strings.ContainsAny(text, "<>&") || strings.Join(strings.Fields(text), " ") != text {
					t.Errorf("%s, %q: %q holds markup, or spaces that do not show", c.Name, key, text)
				}
				for _, sentence := range sentenceEnd.Split(text, -1) {
					if n := len(strings.Fields(sentence)); n > 15 && c == catalogues(t).english() {
						t.Errorf("%q: %d words in %q", key, n, sentence)
					}
				}
			}
		}
	}
}

func TestSay(t *testing.T) {
	all := catalogues(t)
	english := voiceOf(all.english(), all.english(), "start")
	inArabic := all.offered[slices.IndexFunc(all.offered, func(c *catalogue) bool { return c.Direction == "rtl" })]
	arabic := voiceOf(inArabic, all.english(), "start")
	at := time.Date(2026, time.October, 7, 9, 5, 0, 0, time.UTC)
	for _, test := range []struct {
		want string
		got  func() (string, error)
	}{
		{"1 fact kept", func() (string, error) { return english.say("start.continue.facts", "n", 1) }},
		{"1,204 facts kept", func() (string, error) { return english.say("start.continue.facts", "n", 1204) }},
		{"{visa} profile", func() (string, error) { return english.say("start.continue.profile", "visa", "{visa}") }},
		{"7 October 2026, 09:05 UTC", func() (string, error) { return english.moment(at) }},
		{"7 October 2026", func() (string, error) { return english.day("2026-10-07") }},
		{"October 2026", func() (string, error) { return english.day("2026-10") }},
		{"spring", func() (string, error) { return english.day("spring") }},
		// "UTC" does not turn a right-to-left time around.
		{"\u200f\u20687\u2069 \u2068أكتوبر\u2069 \u20682026\u2069، \u206809:05\u2069 \u2066UTC\u2069", func() (string, error) { return arabic.moment(at) }},
	} {
		if got, err := test.got(); err != nil || got != test.want {
			t.Errorf("said %q (%v), want %q", got, err, test.want)
		}
	}
	for _, wrong := range [][]any{{"start.nothing"}, {"start.continue.profile"}} {
		if got, err := english.say(wrong[0].(string), wrong[1:]...); err == nil {
			t.Errorf("say %q said %q, want an error", wrong, got)
		}
	}
}

// A catalogue with a fault is refused, with its place.
func TestCatalogueFaults(t *testing.T) {
	const head = "language: en\nname: English\ndirection: ltr\nmonths: [a, b, c, d, e, f, g, h, i, j, k, l]\n"
	for body, want := range map[string]string{
		head + "texts: {start: {lead: 'a {b'}}":                 "open brace",
		head + "texts: {start: {lead: ''}}":                     "not a text",
		head + "texts: {start: {lead: 7}}":                      "not a text",
		head + "texts: {start: {lead: a, lead: b}}":             "stands twice",
		head + "texts: [a]":                                     "neither a text",
		head + "text: {}":                                       "field text not found",
		"language: en\nname: English\ndirection: up\ntexts: {}": "direction",
		"language: '?'\n":                                       "language",
	} {
		if _, err := readCatalogue([]byte(body)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", body, err, want)
		}
	}
}

// What a browser asks for decides until somebody chooses; what cannot be read is not
// offered.
func TestLanguageOfARequest(t *testing.T) {
	v := visit(t)
	for _, test := range []struct{ accept, cookie, want string }{
		{"", "", "en"},
		{"en-GB,en;q=0.9", "", "en"},
		{"ja,en;q=0.5", "", "en"},
		{"es-MX,es;q=0.9,en;q=0.1", "", "es"},
		{"ar-EG", "", "ar"},
		{"hi-IN,en;q=0.8", "", "hi"},
		{"zh-CN", "", "zh-Hans"},
		{"zh-TW", "", "en"},
		{"ur-PK", "", "en"},
		{"ar", "language=es", "es"},
		{"en-XA", "", "en"},
		{";;q=x,,,", "", "en"},
		{strings.Repeat("zz-", 2000), "", "en"},
		{"", "language=en-XA", "en-XA"},
		{"", "language=tlh&theme=dark", "en"},
		{"", "%%%", "en"},
	} {
		headers := v.headers()
		if test.accept != "" {
			headers = append(headers, "Accept-Language: "+test.accept)
		}
		if test.cookie != "" {
			headers = append(headers, "Cookie: "+displayCookie+"="+test.cookie)
		}
		page := parsePage(t, test.accept+test.cookie, v.house.send(t, "GET", "/", "", headers...).body)
		page.check()
		if got := value(page.all("html")[0], "lang"); got != test.want {
			t.Errorf("Accept-Language %q, cookie %q: the page is in %q, want %q", test.accept, test.cookie, got, test.want)
		}
	}
}

// On a page in a right-to-left language the page says so, what is untranslated is marked
// as English, and values and names of forms stay whole.
func TestRightToLeft(t *testing.T) {
	v := visit(t)
	v.language = "ar"
	start := v.get("/")
	root, inner := start.all("html")[0], start.one("id", "main")
	if value(root, "dir") != "rtl" || value(inner, "dir") != "rtl" || value(inner, "lang") != "ar" {
		t.Errorf("the start page is %v around %v, want Arabic", root.Attr, inner.Attr)
	}
	if text := words(inner); !strings.Contains(text, leftToRightIsolate+"DS-160"+popIsolate) {
		t.Errorf("DS-160 can be torn apart in %q", text)
	}
	profile := v.get("/profile/f1")
	root, inner = profile.all("html")[0], profile.one("id", "main")
	if value(root, "dir") != "rtl" || value(inner, "dir") != "ltr" || value(inner, "lang") != "en" {
		t.Errorf("the profile is %v around %v, want English in an Arabic frame", root.Attr, inner.Attr)
	}
	v.redirected(v.post("/profile/f1", v.fill("f1", actionSample, nil)), "/profile/f1")
	room := v.get(v.redirected(v.post("/profile/f1", v.fill("f1", actionBegin, nil)), "/interviews/"))
	for _, part := range []string{"line"} {
		if n := room.one("data-part", part); value(n, "lang") != "en" || value(n, "dir") != "ltr" {
			t.Errorf("the officer's %s is %v, want English, left to right", part, n.Attr)
		}
	}
	if n := room.one("id", "answer"); value(n, "lang") != "en" || value(n, "dir") != "ltr" {
		t.Errorf("the answer's field is %v, want English, left to right", n.Attr)
	}
}

// A choice is kept in a cookie beside the choices before it, and leads back to its page
// and nowhere else.
func TestChooseDisplay(t *testing.T) {
	v := visit(t)
	choose := func(cookie string, form url.Values) reply {
		return v.house.send(t, "POST", "/display", form.Encode(), v.headers("Content-Type: application/x-www-form-urlencoded", "Cookie: "+displayCookie+"="+cookie)...)
	}
	r := choose("language=en", url.Values{"theme": {"dark"}, "text": {"larger"}, "contrast": {"system"}, "back": {"/case?x=1"}})
	v.redirected(r, "/case?x=1")
	cookie := r.Cookies()[0]
	if cookie.Name != displayCookie || cookie.Value != "language=en&text=larger&theme=dark" || !cookie.Secure || !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode {
		t.Errorf("cookie %v", cookie)
	}
	page := parsePage(t, "/", v.house.send(t, "GET", "/", "", v.headers("Cookie: "+cookie.Name+"="+cookie.Value)...).body)
	root := page.all("html")[0]
	if value(root, "data-theme") != "dark" || value(root, "data-text") != "larger" || value(root, "data-motion") != "system" {
		t.Errorf("the page is shown as %v", root.Attr)
	}
	for _, wrong := range []url.Values{{"theme": {"pink"}}, {"language": {"tlh"}}} {
		if r := choose("", wrong); r.StatusCode != http.StatusBadRequest {
			t.Errorf("%v: status %d, want 400", wrong, r.StatusCode)
		}
	}
	for _, away := range []string{"https://evil.example/", "//evil.example/", `/\evil.example`, "evil", "javascript:alert(1)", ""} {
		if to := v.redirected(choose("", url.Values{"back": {away}}), "/"); to != "/" {
			t.Errorf("back to %q leads to %q", away, to)
		}
	}
}
