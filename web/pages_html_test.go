package web

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A sheet is a parsed page with questions about its structure.
type sheet struct {
	t    testing.TB
	name string
	root *html.Node
}

func parsePage(t testing.TB, name string, body []byte) sheet {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return sheet{t, name, root}
}

// all are the elements of these names, or every element.
func (s sheet) all(names ...string) []*html.Node {
	var found []*html.Node
	for n := range s.root.Descendants() {
		if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) {
			found = append(found, n)
		}
	}
	return found
}

// with are the elements that have an attribute of this value.
func (s sheet) with(key, value string) []*html.Node {
	var found []*html.Node
	for _, n := range s.all() {
		if got, ok := attribute(n, key); ok && got == value {
			found = append(found, n)
		}
	}
	return found
}

// one is the only element with an attribute of this value.
func (s sheet) one(key, value string) *html.Node {
	s.t.Helper()
	found := s.with(key, value)
	if len(found) != 1 {
		s.t.Fatalf("%s: %d elements with %s=%q, want 1", s.name, len(found), key, value)
	}
	return found[0]
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func value(n *html.Node, key string) string {
	v, _ := attribute(n, key)
	return v
}

// within reports whether an element stands in one of this name.
func within(n *html.Node, name string) bool {
	for above := n.Parent; above != nil; above = above.Parent {
		if above.Data == name {
			return true
		}
	}
	return false
}

// words are what a person reads in an element, with single spaces.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "script" && d.Parent.Data != "noscript" {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// check holds a page to what every page must be.
func (s sheet) check() {
	s.t.Helper()
	s.checkFrame()
	s.checkPolicy()
	s.checkReferences()
	s.checkControls()
}

func (s sheet) checkFrame() {
	s.t.Helper()
	for name, want := range map[string]int{"h1": 1, "main": 1, "title": 1, "header": -1, "footer": 1} {
		if got := len(s.all(name)); want >= 0 && got != want {
			s.t.Errorf("%s: %d %s elements, want %d", s.name, got, name, want)
		}
	}
	root := s.all("html")[0]
	if value(root, "lang") == "" || value(root, "dir") == "" {
		s.t.Errorf("%s: html without lang or dir", s.name)
	}
	if links := s.all("a"); value(links[0], "href") != "#main" {
		s.t.Errorf("%s: the first link goes to %q, want the skip link to #main", s.name, value(links[0], "href"))
	}
	practice, err := catalogues(s.t).called(value(root, "lang")).say("frame.practice")
	if err != nil {
		s.t.Fatal(err)
	}
	if foot := words(s.all("footer")[0]); strings.Count(foot, practice) != 1 {
		s.t.Errorf("%s: footer %q, want the practice line once", s.name, foot)
	}
}

// checkPolicy finds what the Content-Security-Policy forbids, and what comes from
// elsewhere.
func (s sheet) checkPolicy() {
	s.t.Helper()
	for _, n := range s.all() {
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				s.t.Errorf("%s: <%s %s>: inline style or script", s.name, n.Data, a.Key)
			}
			if (a.Key == "src" || n.Data == "link" && a.Key == "href") && !strings.HasPrefix(a.Val, "/static/") && a.Val != "/manifest.webmanifest" {
				s.t.Errorf("%s: <%s> fetches %q, want a file of ours", s.name, n.Data, a.Val)
			}
		}
		if n.Data == "style" || n.Data == "script" && (n.FirstChild != nil || value(n, "type") != "module") {
			s.t.Errorf("%s: inline <%s>, or a script that is no module", s.name, n.Data)
		}
	}
}

// checkReferences finds ids given twice and references to ids that are not there.
func (s sheet) checkReferences() {
	s.t.Helper()
	ids := map[string]bool{}
	for _, n := range s.all() {
		if id := value(n, "id"); id != "" {
			if ids[id] {
				s.t.Errorf("%s: id %q stands twice", s.name, id)
			}
			ids[id] = true
		}
	}
	for _, n := range s.all() {
		var wanted []string
		for _, key := range []string{"for", "aria-labelledby", "aria-describedby"} {
			wanted = append(wanted, strings.Fields(value(n, key))...)
		}
		if href := value(n, "href"); strings.HasPrefix(href, "#") {
			wanted = append(wanted, href[1:])
		}
		for _, id := range wanted {
			if !ids[id] {
				s.t.Errorf("%s: <%s> refers to #%s, which is not there", s.name, n.Data, id)
			}
		}
	}
}

// checkControls finds fields without a label, buttons without a type, drawings
// without an alternative.
func (s sheet) checkControls() {
	s.t.Helper()
	labelled := map[string]bool{}
	for _, n := range s.all("label") {
		labelled[value(n, "for")] = true
	}
	for _, n := range s.all("input", "select", "textarea") {
		if value(n, "type") != "hidden" && !labelled[value(n, "id")] {
			s.t.Errorf("%s: <%s name=%q> has no label", s.name, n.Data, value(n, "name"))
		}
	}
	for _, n := range s.all("button") {
		if _, ok := attribute(n, "type"); !ok && value(n.Parent, "method") != "dialog" {
			s.t.Errorf("%s: button %q has no type", s.name, words(n))
		}
	}
	for _, n := range s.all("img", "svg") {
		_, alt := attribute(n, "alt")
		if !alt && value(n, "aria-hidden") != "true" {
			s.t.Errorf("%s: <%s> has no alternative", s.name, n.Data)
		}
	}
}

// held is what a form field holds.
func held(n *html.Node) string {
	switch n.Data {
	case "textarea":
		return words(n)
	case "select":
		for o := range n.Descendants() {
			if _, selected := attribute(o, "selected"); o.Data == "option" && selected {
				return value(o, "value")
			}
		}
		return ""
	}
	return value(n, "value")
}

// spoken is the answer of a turn, word for word, without the numbers of its notes.
func spoken(turn *html.Node) string {
	var b strings.Builder
	for p := range turn.Descendants() {
		if value(p, "class") != "turn__answer" {
			continue
		}
		for d := range p.Descendants() {
			if d.Type == html.TextNode && d.Parent.Data != "a" {
				b.WriteString(d.Data)
			}
		}
	}
	return b.String()
}
