package main

import (
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
)

const narrow = 320 // px, the narrowest phone

// paths are the screens, but for the room and what belongs to one interview.
var paths = []string{
	"/", "/try", "/status", "/case", "/case/f1", "/profile/f1", "/profile/h1b", "/profile/j1-physician",
	"/progress", "/drills/f1", "/drills/f1/numbers", "/refusal/f1", "/story/f1", "/nothing-here",
}

// Settings of a person who reads large or wide text, each set and taken back by script.
var settings = []struct{ name, on string }{
	{"320 px", ""},
	{"200 %", `document.documentElement.style.fontSize = "200%"`},
	{"text spacing", `const spacing = new CSSStyleSheet()
		spacing.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }")
		document.adoptedStyleSheets = [spacing]`},
}

// widths looks for screens that scroll sideways on the narrowest phone.
func widths(b *browser, s *server) ([]figure, error) {
	t, err := b.tab()
	if err != nil {
		return nil, err
	}
	defer t.close()
	transcript, err := t.graded(s.address)
	if err != nil {
		return nil, err
	}
	interview := strings.TrimSuffix(transcript, "/transcript")
	id := interview[strings.LastIndex(interview, "/")+1:]
	room, err := t.room(s.address)
	if err != nil {
		return nil, err
	}
	addresses := []string{transcript, interview, room, s.address + "/compare?a=" + id + "&b=" + id}
	for _, path := range paths {
		addresses = append(addresses, s.address+path)
	}
	var wide []string
	for _, address := range addresses {
		found, err := tooWide(t, address)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			wide = append(wide, strings.TrimPrefix(address, s.address)+" at "+f)
		}
	}
	name := fmt.Sprintf("screens that scroll sideways at %d px, 200 %%, text spacing", narrow)
	return []figure{{name, strings.TrimSpace(fmt.Sprintf("%d of %d %s", len(wide), len(addresses), strings.Join(wide, "; "))), "0", len(wide) > 0}}, nil
}

// tooWide are the settings under which a page scrolls sideways.
func tooWide(t *tab, address string) (wide []string, err error) {
	for _, with := range settings {
		if err := t.do(chromedp.EmulateViewport(narrow, phoneHeight), chromedp.Navigate(address)); err != nil {
			return nil, err
		}
		px, err := evaluate[int](t, fmt.Sprintf("(() => { %s; return document.documentElement.scrollWidth })()", with.on))
		if err != nil {
			return nil, err
		}
		if px > narrow {
			wide = append(wide, fmt.Sprintf("%s: %d px", with.name, px))
		}
	}
	return wide, nil
}
