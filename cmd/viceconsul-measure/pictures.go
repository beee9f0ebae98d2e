package main

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/chromedp/chromedp"
)

// says is what the applicant of the pictures answers to a line that speaks of something.
var says = []struct {
	of   *regexp.Regexp
	text string
}{
	{regexp.MustCompile(`(?i)uncle|pay|sponsor|fund|money`), "My uncle in New Jersey pays for the second year."},
	{regexp.MustCompile(`(?i)cost|fee|tuition`), "Forty-seven thousand dollars for the first year."},
	{regexp.MustCompile(`(?i)after|return|back|plan`), "I go back to Example Bank, which keeps my post as a data analyst."},
	{regexp.MustCompile(`(?i)school|universit|program|apply|field`), "Example State University has a health analytics track; my project in 2025 was on hospital records."},
	{regexp.MustCompile(``), "Here it is, officer."},
}

// draw keeps the pictures of the README: a room on a phone, where the officer asks about
// what differs from the profile, and its transcript on a desk.
func draw(b *browser, s *server, dir string) error {
	t, err := b.tab()
	if err != nil {
		return err
	}
	defer t.close()
	if err := t.sit(s.address); err != nil {
		return err
	}
	if err := t.rehearse(dir); err != nil {
		return err
	}
	if err := t.do(chromedp.Click(`[data-part="graded"] a`), chromedp.WaitVisible(".turns")); err != nil {
		return err
	}
	return t.keep(dir, "transcript.png", 1200, 1100)
}

// rehearse answers until all is graded, and keeps the picture of the room.
func (t *tab) rehearse(dir string) error {
	for drawn := false; ; {
		graded, err := evaluate[bool](t, over)
		if err == nil && graded && !drawn {
			err = errors.New("the officer did not ask about the uncle; take another seed")
		}
		if err != nil || graded {
			return err
		}
		line, err := evaluate[string](t, `document.querySelector('[data-part="line"]').textContent`)
		if err != nil {
			return err
		}
		if strings.Contains(line, "uncle") && !drawn {
			drawn = true
			if err := t.keep(dir, "room.png", phoneWidth, phoneHeight); err != nil {
				return err
			}
		}
		for _, s := range says {
			if s.of.MatchString(line) {
				err = t.answer(s.text)
				break
			}
		}
		if err != nil {
			return err
		}
	}
}

// keep writes a picture of the window.
func (t *tab) keep(dir, name string, width, height int64) error {
	var picture []byte
	if err := t.do(chromedp.EmulateViewport(width, height), chromedp.CaptureScreenshot(&picture)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name), picture, 0o600)
}
