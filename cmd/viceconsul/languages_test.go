package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

const pseudoLanguage = "en-XA" // accented English; see web/languages_pseudo.go

// choose picks a language as the header's form does, also one that no list offers.
func (b *tab) choose(address, language string) {
	b.t.Helper()
	b.do("open the start page", chromedp.Navigate(address+"/"))
	status := value[int](b, fmt.Sprintf(`fetch("/display", { method: "POST", body: new URLSearchParams({ language: %q, back: "/" }) }).then(({ status }) => status)`, language))
	if status != 200 {
		b.t.Fatalf("choose %s: status %d", language, status)
	}
}

// plainWords are what the page says without accents, which is in no catalogue. Names
// of visas and what is marked as another language are left out.
const plainWords = `(() => {
	const proper = /B-1\/B-2|[FJ]-1|H-1B|viceconsul|UTC|214\(b\)|\bs\b|\bear\b|\bmouth\b|gpt-4o-mini/g
	const own = (node) => (node.closest("[lang]")?.lang ?? "") === "en-XA" && !node.closest("code, noscript, script")
	const said = []
	for (const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walk.nextNode(); ) {
		if (own(walk.currentNode.parentElement)) said.push(walk.currentNode.textContent)
	}
	for (const node of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]")) {
		if (own(node)) said.push(node.ariaLabel ?? "", node.placeholder ?? "", node.title ?? "", node.alt ?? "")
	}
	return said.filter((text) => /[A-Za-z]{2}/.test(text.replace(proper, "")))
})()`

func (b *tab) accented(what string) {
	b.t.Helper()
	for _, text := range value[[]string](b, plainWords) {
		b.t.Errorf("%s says %q, which is in no catalogue", what, text)
	}
}

// Every screen of the frame and the room is whole at 320 px in every language and
// breaks no rule of axe; in the pseudo language nothing is said outside the catalogue.
func TestLanguages(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	for _, language := range []string{pseudoLanguage, "es", "hi", "ar", "zh-Hans"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			b := newTab(t)
			complaints := b.complaints(s.address)
			b.choose(s.address, language)
			for _, path := range []string{"/", "/case", "/record", "/nowhere"} {
				b.do("open "+path, chromedp.Navigate(s.address+path))
				b.speaks(language, strings.ReplaceAll(path, "/", "_"))
			}
			b.speakRoom(s.address, language)
			if all := complaints(); len(all) > 0 {
				t.Errorf("the pages complain: %q", all)
			}
		})
	}
}

// speaks holds the page that is open to its language.
func (b *tab) speaks(language, name string) {
	b.t.Helper()
	name = language + name
	if got := value[string](b, `document.documentElement.lang`); got != language {
		b.t.Errorf("%s is in %q", name, got)
	}
	if language == pseudoLanguage {
		b.accented(name)
	}
	b.as(viewings[0])
	b.picture(name)
	for _, rule := range b.broken() {
		b.t.Errorf("%s: %s", name, rule)
	}
	b.reflow(name)
	b.as(viewings[0])
}

// speakRoom walks through an interview.
func (b *tab) speakRoom(address, language string) {
	b.t.Helper()
	b.start(address, strings.Replace(plain, `{"category"`, `{"mode":"coach","category"`, 1))
	first := b.await("the first line", func(r room) bool { return r.Ready }).Line
	b.do("answer", chromedp.SendKeys("#answer", "It depends on many things and I do not know, officer."), chromedp.Click(`.composer button[type="submit"]`))
	b.await("the next line", func(r room) bool { return r.Ready && r.Line != first })
	b.do("draft", chromedp.SendKeys("#answer", "My father"))
	b.speaks(language, "-room")
	if said := value[[]string](b, `[...document.querySelectorAll('.said__text, [data-part="line"], [data-part="ears"] span:last-child')].map((n) => n.lang + " " + n.dir)`); len(said) < 4 ||
		slices.ContainsFunc(said, func(marked string) bool { return marked != "en ltr" }) {
		b.t.Errorf("what is said in English is marked %q, want en ltr", said)
	}
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })
	b.speaks(language, "-decided")
}

// The header changes the language by keyboard alone and without script, and the page
// says so in its first tag.
func TestChooseALanguageByKeys(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	b.do("no scripts", emulation.SetScriptExecutionDisabled(true))
	b.do("open the list", chromedp.Navigate(s.address+"/case"), chromedp.Focus(".choice summary"), chromedp.KeyEvent(" "))
	b.do("choose Arabic", chromedp.WaitVisible(`button[value="ar"]`), chromedp.Focus(`button[value="ar"]`), chromedp.KeyEvent("\r"))
	b.do("wait for it", chromedp.WaitVisible(`html[dir="rtl"][lang="ar"]`))
	var at string
	b.do("where", chromedp.Location(&at))
	if at != s.address+"/case" {
		t.Errorf("the choice leads to %s", at)
	}
}

// The check of microphone and sound, and what was heard, are in the catalogue too.
func TestVoiceInThePseudoLanguage(t *testing.T) {
	t.Parallel()
	e := newEar(t)
	s := e.serve(t)
	b := newSpokenTab(t, 30, 1)
	b.onNew(watchVoice)
	b.choose(s.address, pseudoLanguage)
	b.start(s.address, strings.Replace(plain, `{"category"`, `{"mode":"coach","category"`, 1))
	b.hear("Speak", func(s spoken) bool { return s.Ready })
	b.tap("speak")
	b.hear("the check", func(s spoken) bool { return strings.HasPrefix(s.Marks["connection"], "ok") })
	b.tap("allow")
	b.tap("sentence")
	b.recorded(1)
	b.tap("sentence")
	b.hear("the words", func(s spoken) bool { return strings.HasPrefix(s.Marks["sentence"], "ok") })
	b.speaks(pseudoLanguage, "-voice-check")
	b.tap("useVoice")
	b.tap("speak")
	b.recorded(1)
	e.hears("My uncle Ahmed pays thirty thousand.", 0.6, "uncle")
	b.tap("speak")
	b.hear("the words", func(s spoken) bool { return s.Heard != "" })
	b.speaks(pseudoLanguage, "-voice-heard")
}
