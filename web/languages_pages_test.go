package web

import (
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// proper are names that stay as they are in every language.
var proper = regexp.MustCompile(`B-1/B-2|[FJ]-1|H-1B|viceconsul|UTC|\s· `)

var plainWord = regexp.MustCompile(`[A-Za-z]{2,}`)

// plainTexts are what a page in the pseudo language says without accents: sentences
// that are in no catalogue. What is marked as another language is left out.
func (s sheet) plainTexts() []string {
	var found []string
	note := func(text string) {
		if plainWord.MatchString(proper.ReplaceAllString(text, "")) {
			found = append(found, text)
		}
	}
	for n := range s.root.Descendants() {
		if foreign(n) {
			continue
		}
		switch {
		case n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "noscript":
			note(n.Data)
		case n.Type == html.ElementNode:
			for _, key := range []string{"alt", "aria-label", "placeholder", "title"} {
				note(value(n, key))
			}
		}
	}
	return found
}

// foreign reports whether a node is marked as another language than the page's, or is
// code.
func foreign(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if lang := value(n, "lang"); lang != "" {
			return lang != pseudoTag.String()
		}
		if n.Data == "code" {
			return true
		}
	}
	return false
}

// Every sentence of the frame and of the pages that are translated is in the catalogue.
func TestNoSentenceOutsideTheCatalogue(t *testing.T) {
	v := visit(t)
	v.language = pseudoTag.String()
	v.redirected(v.post("/profile/f1", v.fill("f1", actionSample, nil)), "/profile/f1")
	room := v.redirected(v.post("/profile/f1", v.fill("f1", actionBegin, nil)), "/interviews/")
	pages := map[string]sheet{"start": v.get("/"), "cases": v.get("/case"), "room": v.get(room)}
	v.rehearse(strings.TrimPrefix(room, "/interviews/"), "My father pays.")
	pages["start after an interview"] = v.get("/")
	pages["error"] = parsePage(t, "error", v.house.send(t, "GET", "/nowhere", "", v.headers()...).body)
	pages["confirm"] = parsePage(t, "confirm", v.post(room+"/delete", url.Values{}).body)
	for name, s := range pages {
		for _, text := range s.plainTexts() {
			t.Errorf("%s says %q, which is in no catalogue", name, text)
		}
	}
	named := visit(t, func(o *Options) { o.Officer = "ƒöö" })
	named.language = pseudoTag.String()
	for _, text := range named.get("/").plainTexts() {
		t.Errorf("start, with a model, says %q", text)
	}
}

var (
	className      = regexp.MustCompile(`\{\{define "(?:kind|mainclass)"\}\}\w+\{\{end\}\}`)
	templateAction = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	englishAlone   = regexp.MustCompile(`<[^>]* lang="en"(?: [^d]|>)[^>]*`)
	markup         = regexp.MustCompile(`(?s)<[^>]*>`)
	saidAttribute  = regexp.MustCompile(`(?:aria-label|alt|title|placeholder)="[^"]*[A-Za-z][^"]*"`)
)

// Templates hold no sentence of their own: all they say is in the catalogue. English among
// another language stands left to right.
func TestTemplatesSayNothingThemselves(t *testing.T) {
	names, err := filepath.Glob("templates/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		bare := templateAction.ReplaceAllString(className.ReplaceAllString(string(body), ""), "")
		if found := saidAttribute.FindAllString(bare, -1); found != nil {
			t.Errorf("%s says %q", name, found)
		}
		if bare := englishAlone.FindString(string(body)); bare != "" {
			t.Errorf("%s: %s says no direction", name, bare)
		}
		for line := range strings.Lines(markup.ReplaceAllString(bare, " ")) {
			if plainWord.MatchString(proper.ReplaceAllString(line, "")) {
				t.Errorf("%s says %q", name, strings.TrimSpace(line))
			}
		}
	}
}

// What can go wrong is said in every language.
func TestFaultsAreSaid(t *testing.T) {
	english := catalogues(t).english()
	for _, f := range append(faultList(), unforeseen) {
		for _, part := range []string{"title", "next"} {
			if _, ok := english.texts["error.code."+f.code+"."+part]; !ok {
				t.Errorf("no text says the %s of %q", part, f.code)
			}
		}
	}
}

func faultList() []fault {
	var all []fault
	for _, f := range faults {
		all = append(all, f.fault)
	}
	return all
}
