package web

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Marks that keep left-to-right words whole inside right-to-left ones.
const (
	firstStrongIsolate = "\u2068"
	leftToRightIsolate = "\u2066"
	popIsolate         = "\u2069"
	rightToLeftMark    = "\u200f"
)

// A voice says texts on one page: those of the frame in the visitor's language, the
// rest in the same when its catalogue has the page, and in English when it has not.
type voice struct {
	frame, page, english *catalogue
}

// voiceOf is the voice of a page called name in the visitor's language c.
func voiceOf(c, english *catalogue, name string) voice {
	if !c.sections[name] {
		return voice{frame: c, page: english, english: english}
	}
	return voice{frame: c, page: c, english: english}
}

// say is the text of a key, with values by name: {{say "start.continue.begun" "when" day}}.
// Whole numbers are written as the language writes them; "n" chooses the plural form.
func (v voice) say(key string, values ...any) (string, error) {
	if strings.HasPrefix(key, frameSection+".") {
		return v.frame.say(key, values...)
	}
	return v.of(key).say(key, values...)
}

// of is the catalogue that has a key's section: the page's, or English for a section
// nobody has translated yet.
func (v voice) of(key string) *catalogue {
	if section, _, _ := strings.Cut(key, "."); !v.page.sections[section] {
		return v.english
	}
	return v.page
}

// texts are all texts whose keys begin with one of the prefixes, as JSON for a script:
// a text, or an object with one text for each plural form.
func (v voice) texts(prefixes ...string) (string, error) {
	all := map[string]any{}
	for _, prefix := range prefixes {
		for key, t := range v.of(prefix).texts {
			if strings.HasPrefix(key, prefix) {
				all[key] = t.forScript()
			}
		}
	}
	body, err := json.Marshal(all)
	return string(body), err
}

// forScript writes a text as catalogues write it.
func (t phrase) forScript() any {
	if len(t) == 1 {
		return written(t[plural.Other])
	}
	byForm := map[string]string{}
	for name, form := range pluralForms {
		if pieces, ok := t[form]; ok {
			byForm[name] = written(pieces)
		}
	}
	return byForm
}

func written(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.value != "" {
			b.WriteString("{" + p.value + "}")
		}
		b.WriteString(p.words)
	}
	return b.String()
}

// moment writes a time for people, day writes a date of the notes: "2026-10-07" or
// "2026-10".
func (v voice) moment(at time.Time) (string, error) {
	at = at.UTC()
	return v.page.dated(v.page.say("parts.moment", "day", strconv.Itoa(at.Day()), "month", v.page.months[at.Month()-1],
		"year", strconv.Itoa(at.Year()), "time", at.Format("15:04")))
}

func (v voice) day(iso string) (string, error) {
	if at, err := time.Parse("2006-01-02", iso); err == nil {
		return v.page.dated(v.page.say("parts.day", "day", strconv.Itoa(at.Day()), "month", v.page.months[at.Month()-1], "year", strconv.Itoa(at.Year())))
	}
	if at, err := time.Parse("2006-01", iso); err == nil {
		return v.page.dated(v.page.say("parts.month", "month", v.page.months[at.Month()-1], "year", strconv.Itoa(at.Year())))
	}
	return iso, nil
}

// dated is a date in the direction of its language. Its parts are isolated, so without a
// mark the direction would be that of its "UTC".
func (c *catalogue) dated(text string, err error) (string, error) {
	if c.Direction == "rtl" {
		text = rightToLeftMark + text
	}
	return text, err
}

// track names the part of a visa, "summer-work-travel", for people.
func (v voice) track(name string) (string, error) { return v.page.say("parts.track." + name) }

// category names a category for people: the visa, and its track where it has one.
func (v voice) category(c transcript.Category) (string, error) {
	if c.Track() == "" {
		return c.Visa(), nil
	}
	track, err := v.track(c.Track())
	if err != nil {
		return "", err
	}
	return v.page.say("parts.category", "visa", c.Visa(), "track", track)
}

func (c *catalogue) say(key string, values ...any) (string, error) {
	t, ok := c.texts[key]
	if !ok {
		return "", fmt.Errorf("no text %q in %s", key, c.Name)
	}
	given := map[string]string{}
	form := plural.Other
	for i := 0; i+1 < len(values); i += 2 {
		name := fmt.Sprint(values[i])
		switch value := values[i+1].(type) {
		case int:
			given[name] = c.number(value)
			if name == "n" {
				form = c.form(t, value)
			}
		default:
			given[name] = c.embed(fmt.Sprint(value))
		}
	}
	var b strings.Builder
	for _, p := range t[form] {
		value, ok := given[p.value]
		if p.value != "" && !ok {
			return "", fmt.Errorf("text %q wants a value %q", key, p.value)
		}
		b.WriteString(p.words + value)
	}
	return b.String(), nil
}

// form is the plural form of t for n things.
func (c *catalogue) form(t phrase, n int) plural.Form {
	form := plural.Cardinal.MatchPlural(c.Tag, n%10_000_000, 0, 0, 0, 0)
	if _, ok := t[form]; !ok {
		return plural.Other
	}
	return form
}

// number writes a whole number with the language's separators, and with the digits of
// the forms and passports an applicant holds.
func (c *catalogue) number(n int) string {
	return message.NewPrinter(c.latinDigits()).Sprint(number.Decimal(n))
}

func (c *catalogue) latinDigits() language.Tag {
	tag, err := c.Tag.SetTypeForKey("nu", "latn")
	if err != nil {
		return c.Tag
	}
	return tag
}

// embed keeps a value whole among right-to-left words.
func (c *catalogue) embed(value string) string {
	if c.Direction == "ltr" || value == "" {
		return value
	}
	return firstStrongIsolate + value + popIsolate
}

// latin are words and marks like "214(b)" and "DS-160".
var latin = regexp.MustCompile(`[A-Za-z0-9]+(?:[-‑ /.]?[A-Za-z0-9()]+)*`)

// isolate keeps such words whole in a right-to-left text.
func (c *catalogue) isolate(words string) string {
	if c.Direction == "ltr" {
		return words
	}
	return latin.ReplaceAllString(words, leftToRightIsolate+"$0"+popIsolate)
}
