package main

import (
	"bytes"
	"context"
	wire "encoding/binary"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
)

// An ear is a stand-in endpoint: it hears what the test says it hears, speaks seconds of
// silence, and words no line.
type ear struct {
	*standin.Server
	mu    sync.Mutex
	text  string
	sure  float64
	doubt []string
}

func newEar(t *testing.T) *ear {
	e := &ear{text: "Good morning, officer.", sure: 0.95}
	e.Server = standin.New(t, func(c *standin.Call) standin.Reply {
		e.mu.Lock()
		defer e.mu.Unlock()
		switch {
		case strings.HasSuffix(c.Path, "/transcriptions"):
			return standin.Hears(e.text, e.sure, e.doubt...)
		case strings.HasSuffix(c.Path, "/speech"):
			return standin.Speaks(0, standin.MP3(250)) // 6 s
		}
		return standin.Status(500)
	})
	return e
}

// hears says what is heard from now on.
func (e *ear) hears(text string, sure float64, doubt ...string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.text, e.sure, e.doubt = text, sure, doubt
}

// serve starts a server that hears and speaks with the ear.
func (e *ear) serve(t *testing.T) *server {
	return newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=", "OPENAI_BASE_URL="+e.URL(),
		"VICECONSUL_TRANSCRIPTION_MODEL=ear", "VICECONSUL_SPEECH_MODEL=mouth")
}

// newSpokenTab opens a Chromium whose microphone hears a voice-like sound for so many
// seconds, then silence for as many as given, over and over.
func newSpokenTab(t *testing.T, voice, silence float64) *tab {
	t.Helper()
	path := filepath.Join(t.TempDir(), "microphone.wav")
	if err := os.WriteFile(path, voiced(voice, silence), 0o600); err != nil {
		t.Fatal(err)
	}
	return newTab(t,
		chromedp.Flag("use-fake-device-for-media-stream", true), chromedp.Flag("use-fake-ui-for-media-stream", true),
		chromedp.Flag("use-file-for-fake-audio-capture", path), chromedp.Flag("mute-audio", false),
	)
}

// voiced is a sound with the pitch and the syllables of a voice, then silence: 48 kHz.
func voiced(voice, silence float64) []byte {
	const rate = 48000
	samples := int(rate * (voice + silence))
	b := []byte("RIFF")
	b = wire.LittleEndian.AppendUint32(b, uint32(36+2*samples))
	b = append(b, "WAVEfmt "...)
	for _, v := range []any{uint32(16), uint16(1), uint16(1), uint32(rate), uint32(2 * rate), uint16(2), uint16(16)} {
		b, _ = wire.Append(b, wire.LittleEndian, v)
	}
	b = append(b, "data"...)
	b = wire.LittleEndian.AppendUint32(b, uint32(2*samples))
	for i := range samples {
		at := float64(i) / rate
		level := 0.0
		if at < voice {
			level = 0.3 * (0.55 + 0.45*math.Sin(2*math.Pi*4*at)) // four syllables a second
		}
		tone := 0.0
		for h := 1.0; h < 12; h++ {
			tone += math.Sin(2*math.Pi*(120+15*math.Sin(2*math.Pi*at))*h*at) / h
		}
		b = wire.LittleEndian.AppendUint16(b, uint16(int16(32767*math.Max(-1, math.Min(1, level*tone)))))
	}
	return b
}

// A page script that says how voice stands.
const voiceState = `(() => {
	const part = (name) => document.querySelector('[data-part="' + name + '"]')
	const seen = (name) => part(name).checkVisibility()
	return {
		State: part("state").textContent.trim(), Trouble: part("trouble").textContent.trim(), Line: part("line").textContent.trim(),
		Heard: seen("heard") ? part("heard").textContent : "", Doubts: [...document.querySelectorAll(".voice__doubt")].map((d) => d.textContent),
		Counting: seen("wait") && part("wait").getAttribute("aria-disabled") === "false", Typing: seen("composer"), Draft: document.querySelector("#answer").value,
		Speak: part("speak").textContent.trim(), Ready: seen("speak") && !part("speak").disabled,
		Said: [...document.querySelectorAll(".said--applicant .said__text")].map((s) => s.textContent),
		Marks: Object.fromEntries([...document.querySelectorAll("[data-check]")].map((l) => [l.dataset.check, l.dataset.mark + " " + l.querySelector("[data-remedy]").textContent])),
		Over: !part("graded").hidden,
	}
})()`

type spoken struct {
	State, Trouble, Line, Heard, Draft, Speak string
	Doubts, Said                              []string
	Marks                                     map[string]string
	Counting, Typing, Ready, Over             bool
}

// hear looks at the room until voice is as wanted.
func (b *tab) hear(what string, wanted func(spoken) bool) spoken {
	b.t.Helper()
	deadline := time.After(40 * time.Second)
	for {
		s := value[spoken](b, voiceState)
		if wanted(s) {
			return s
		}
		select {
		case <-deadline:
			b.t.Fatalf("gave up waiting for %s; the room is %+v", what, s)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func part(name string) string { return `[data-part="` + name + `"]` }

// tap taps a button as a hand does.
func (b *tab) tap(name string) {
	b.t.Helper()
	b.do("tap "+name, chromedp.WaitVisible(part(name), chromedp.ByQuery), chromedp.WaitEnabled(part(name), chromedp.ByQuery), chromedp.ScrollIntoView(part(name), chromedp.ByQuery), chromedp.Click(part(name), chromedp.ByQuery, chromedp.NodeVisible))
}

// check goes through the check of microphone and sound.
func (b *tab) check() {
	b.t.Helper()
	b.hear("Speak", func(s spoken) bool { return s.Ready })
	b.tap("speak")
	b.hear("the check", func(s spoken) bool { return s.Marks["secure"] == "ok " && s.Marks["connection"] != "waiting " })
	b.shot("voice-check")
	if !value[bool](b, `window.wire.some((m) => m.startsWith('{"type":"composing"'))`) {
		b.t.Error("the officer does not hear that the applicant is busy with the check")
	}
	b.tap("allow")
	b.hear("a level", func(s spoken) bool { return s.Marks["microphone"] == "ok " && s.Marks["level"] == "ok " })
	b.tap("sentence")
	b.recorded(1)
	b.tap("sentence")
	b.hear("what was heard", func(s spoken) bool { return s.Marks["sentence"] == "ok " })
	b.tap("tryOfficer")
	b.tap("officerHeard")
	b.shot("voice-checked")
	b.tap("useVoice")
}

// recorded waits until so many parts of the recording went out.
func (b *tab) recorded(parts int) {
	b.t.Helper()
	b.hear("a part of the recording", func(spoken) bool {
		return value[int](b, `window.wire.slice(window.wire.findLastIndex((m) => m.startsWith('{"type":"audio"'))).filter((m) => m.startsWith("blob")).length`) >= parts
	})
}

// watchVoice has the page keep what it sent and its players, for the test to look at.
const watchVoice = `
	window.wire = []
	const send = WebSocket.prototype.send
	WebSocket.prototype.send = function (m) { window.wire.push(typeof m === "string" ? m : "blob " + m.size); send.call(this, m) }
	window.players = []
	window.streams = []
	const getUserMedia = MediaDevices.prototype.getUserMedia
	MediaDevices.prototype.getUserMedia = async function (wanted) {
		const stream = await getUserMedia.call(this, wanted)
		window.streams.push(stream)
		return stream
	}
	const Player = window.Audio
	window.Audio = class extends Player { constructor(...a) { super(...a); window.players.push(this) } }`

// A spoken answer arrives transcribed, is corrected, and is graded with its seconds; one
// that is sure sends itself; what is doubtful is dotted.
func TestVoiceInTheRoom(t *testing.T) {
	t.Parallel()
	e := newEar(t)
	s := e.serve(t)
	b := newSpokenTab(t, 3, 1)
	complaints := b.complaints(s.address)
	b.onNew(watchVoice)
	b.start(s.address, plain)
	b.check()

	e.hears("My uncle Ahmed pays thirty thousand, not my father.", 0.95, "uncle")
	b.hear("Speak", func(s spoken) bool { return s.Ready && s.Typing })
	b.tap("speak")
	b.hear("listening", func(s spoken) bool { return s.State == "Listening" && s.Speak == "Stop" })
	b.recorded(2)
	b.shot("voice-listening")
	b.tap("speak")
	checked := b.hear("the words", func(s spoken) bool { return s.Heard != "" })
	b.shot("voice-heard")
	if strings.Join(checked.Doubts, "|") != "uncle Ahmed|thirty thousand|not" && strings.Join(checked.Doubts, "|") != "uncle|Ahmed|thirty thousand|not" {
		t.Errorf("dotted are %q", checked.Doubts)
	}
	b.do("stop the clock", chromedp.KeyEvent(kb.Shift))
	if now := b.hear("the panel", func(s spoken) bool { return !s.Counting }); now.Heard == "" || now.State != "Check what we heard" {
		t.Errorf("after a key: %+v", now)
	}
	b.tap("correct")
	b.hear("the draft", func(s spoken) bool {
		return s.Typing && s.Draft == "My uncle Ahmed pays thirty thousand, not my father."
	})
	b.do("correct it", chromedp.SetValue("#answer", "My father pays forty-seven thousand."), chromedp.Click(`.composer button[type="submit"]`))
	line := checked.Line
	b.hear("the next line", func(s spoken) bool { return s.Ready && s.Line != line })

	e.hears("I study data science.", 0.95)
	b.tap("speak")
	b.recorded(1)
	b.tap("speak")
	b.hear("the answer to send itself", func(s spoken) bool { return len(s.Said) == 2 })
	b.hear("the next line", func(s spoken) bool { return s.Ready })
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })
	turns := b.sealed().Turns
	first, second := turns[0], turns[1]
	if first.Applicant != "My father pays forty-seven thousand." || first.Voice == nil || !first.Voice.Corrected || first.Seconds != 4.2 || first.Estimated {
		t.Errorf("the corrected answer is kept as %+v, voice %+v", first, first.Voice)
	}
	if second.Applicant != "I study data science." || second.Voice == nil || second.Voice.Corrected || second.Seconds != 4.2 {
		t.Errorf("the answer that sent itself is kept as %+v, voice %+v", second, second.Voice)
	}
	if all := complaints(); len(all) > 0 {
		t.Errorf("the room complains: %q", all)
	}
}

// A recording goes on over a lost connection: all of it arrives, from its beginning.
func TestVoiceThroughACutConnection(t *testing.T) {
	t.Parallel()
	e := newEar(t)
	s := e.serve(t)
	k := newLink(t, s.address)
	b := newSpokenTab(t, 30, 1)
	b.onNew(watchVoice)
	b.start(k.address(), plain)
	b.check()
	e.hears("My father pays for it.", 0.95)
	b.hear("Speak", func(s spoken) bool { return s.Ready && s.Typing })
	b.tap("speak")
	b.recorded(2)
	k.cut()
	b.recorded(4) // what went out before counts no more: a new audio message came
	b.tap("speak")
	k.cut()
	b.hear("the words", func(s spoken) bool { return s.Heard == "My father pays for it." })
	sounds := map[int]bool{}
	for _, c := range e.Calls() {
		if strings.HasSuffix(c.Path, "/transcriptions") && bytes.Count(c.Sound, []byte{0x1A, 0x45, 0xDF, 0xA3}) == 1 {
			sounds[len(c.Sound)] = true
		}
	}
	spokenBytes := value[int](b, `(() => {
		const from = window.wire.findLastIndex((m) => m.startsWith('{"type":"audio",'))
		return window.wire.slice(from).filter((m) => m.startsWith("blob ")).reduce((sum, m) => sum + Number(m.slice(5)), 0)
	})()`)
	if !sounds[spokenBytes] || spokenBytes < 6_000 {
		t.Errorf("heard were %v bytes, the page sent %d", sounds, spokenBytes)
	}
	b.tap("sendSpoken")
	b.hear("the next line", func(s spoken) bool { return s.Ready && len(s.Said) == 1 })
}

// The officer cuts in on an answer that is long: all that was spoken is heard and sent.
func TestVoiceIsCutIn(t *testing.T) {
	t.Parallel()
	e := newEar(t)
	s := e.serve(t)
	b := newSpokenTab(t, 90, 1)
	b.onNew(watchVoice)
	b.start(s.address, plain)
	b.check()
	e.hears(long+".", 0.95)
	b.hear("Speak", func(s spoken) bool { return s.Ready && s.Typing })
	b.tap("speak")
	b.hear("the officer to cut in", func(spoken) bool { return value[bool](b, `Boolean(document.querySelector(".said--cut"))`) })
	b.shot("voice-cut-in")
	b.hear("what was said", func(s spoken) bool { return len(s.Said) == 1 && s.Said[0] == long+"." })
	b.hear("the next line", func(s spoken) bool { return s.Ready && s.Typing })
	b.do("load the page again", chromedp.Reload(), chromedp.WaitVisible("#answer"))
	b.hear("the same", func(s spoken) bool { return len(s.Said) == 1 && s.Said[0] == long+"." && s.Ready })
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })
	if turn := b.sealed().Turns[0]; !turn.Cut || turn.Applicant != long+"." {
		t.Errorf("cut %t, kept %q and %q", turn.Cut, turn.Applicant, turn.Unheard)
	}
}

// Hands-free, silence ends an answer, and does not count as spoken. Where data is dear, the
// officer's sound is fetched only when somebody asks for it.
func TestVoiceHandsFreeAndLean(t *testing.T) {
	t.Parallel()
	e := newEar(t)
	s := e.serve(t)
	b := newSpokenTab(t, 2, 5)
	b.onNew(watchVoice + `
		localStorage.setItem("viceconsul.room.voice", "on")
		localStorage.setItem("viceconsul.room.sound", "on")
		localStorage.setItem("viceconsul.room.hands_free", "on")
		Object.defineProperty(navigator, "connection", { value: { saveData: true } })`)
	b.start(s.address, plain)
	e.hears("I study data science.", 0.4)
	b.hear("Speak", func(s spoken) bool { return s.Ready })
	b.tap("speak")
	b.hear("the ring", func(spoken) bool {
		return value[bool](b, `Number(document.querySelector('[data-part="ring"]').getAttribute("stroke-dashoffset")) < 90`)
	})
	b.shot("voice-hands-free")
	b.hear("the words", func(s spoken) bool { return s.Heard != "" })
	b.tap("sendSpoken")
	b.hear("the next line", func(s spoken) bool { return s.Ready && len(s.Said) == 1 })
	lean := value[bool](b, `document.querySelector('[data-part="lean"]').checkVisibility()`)
	if played := value[int](b, `window.players.length`); played != 0 || !lean {
		t.Errorf("%d lines were fetched to be played although data is dear; said so: %t", played, lean)
	}
	b.tap("play")
	b.hear("the officer", func(spoken) bool { return value[int](b, `window.players.length`) == 1 })
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })
	if turn := b.sealed().Turns[0]; turn.Seconds < 1 || turn.Seconds > 2 {
		t.Errorf("the answer counts %v s; 4.2 less 2.5 of silence were spoken", turn.Seconds)
	}
}

// Voice can fail and be left at any moment: each failure has its words, and typing works.
func TestVoiceFails(t *testing.T) {
	t.Parallel()
	e := newEar(t)
	s := e.serve(t)
	b := newSpokenTab(t, 30, 1)
	b.onNew(watchVoice + `
		const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
		navigator.mediaDevices.getUserMedia = (wanted) => window.fault ? Promise.reject(new DOMException("", window.fault)) : open(wanted)`)
	b.start(s.address, plain)
	b.hear("Speak", func(s spoken) bool { return s.Ready })
	b.tap("speak")
	for fault, remedy := range map[string]string{"NotAllowedError": "blocked", "NotFoundError": "No microphone was found", "NotReadableError": "Close other programs"} {
		b.do("set a fault", chromedp.Evaluate(`window.fault = "`+fault+`"`, nil))
		b.tap("allow")
		b.hear(remedy, func(s spoken) bool { return strings.Contains(s.Marks["microphone"], remedy) })
	}
	b.shot("voice-fault")
	b.tap("typeInstead")
	b.hear("the field", func(s spoken) bool { return s.Typing })
	b.do("no fault", chromedp.Evaluate(`window.fault = ""`, nil))
	b.check()

	e.hears("My uncle Ahmed pays.", 0.4)
	b.hear("Speak", func(s spoken) bool { return s.Ready && s.Typing })
	b.tap("speak")
	b.recorded(1)
	b.do("Escape", chromedp.KeyEvent(kb.Escape))
	b.hear("silence", func(s spoken) bool { return s.State == "Your turn" && s.Speak == "Speak" })
	b.tap("speak")
	b.recorded(1)
	b.tap("speak")
	b.hear("the words, which wait", func(s spoken) bool { return s.Heard == "My uncle Ahmed pays." && !s.Counting })
	e.hears("", 0.9)
	b.tap("sayAgain")
	b.recorded(1)
	b.tap("speak")
	b.hear("no words", func(s spoken) bool { return s.Trouble == "We heard no words. Speak again, or type." && s.Typing })
	b.do("type", chromedp.SendKeys("#answer", "My father pays."), chromedp.Click(`.composer button[type="submit"]`))
	b.hear("the next line", func(s spoken) bool { return s.Ready && len(s.Said) == 1 })

	e.hears("I study data science.", 0.95)
	b.tap("speak")
	b.recorded(1)
	other := b.second()
	other.do("the same room", chromedp.Navigate(value[string](b, "location.href")), chromedp.WaitVisible("#answer"))
	b.hear("the other tab", func(s spoken) bool { return !s.Ready && s.Speak == "Speak" })
	b.hear("the microphone to close", func(spoken) bool { return value[bool](b, `window.streams.every((s) => !s.active)`) })
}

// Where the server neither hears nor speaks, the browser does, after it was asked: what it
// hears is a draft, and says so in the transcript.
func TestVoiceOfTheBrowser(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=", "PATH=/nonexistent")
	b := newSpokenTab(t, 30, 1)
	b.onNew(watchVoice + browserVoice)
	b.start(s.address, plain)
	b.hear("Speak", func(s spoken) bool { return s.Ready })
	b.tap("speak")
	b.hear("where it goes", func(s spoken) bool { return s.Marks["connection"] == "ok " })
	if where := value[string](b, `document.querySelector('[data-part="where"]').textContent`); !strings.Contains(where, "Google may receive the sound") {
		t.Errorf("the check says %q", where)
	}
	if asked := value[int](b, `window.recognitions.length`); asked != 0 {
		t.Error("recognition was begun before it was allowed")
	}
	b.tap("allow")
	b.tap("sentence")
	b.hear("the sentence", func(s spoken) bool { return s.State == "Listening" })
	b.tap("sentence")
	b.hear("a draft", func(s spoken) bool { return strings.HasPrefix(s.Marks["sentence"], "warning") })
	b.tap("useVoice")
	b.tap("sound")
	b.hear("the officer", func(s spoken) bool { return s.State == "The officer is speaking" })
	if said := value[[]string](b, `window.saidAloud`); len(said) != 1 || said[0] != b.await("the line", func(r room) bool { return r.Line != "" }).Line {
		t.Errorf("said aloud: %q", said)
	}
	b.tap("speak")
	b.hear("listening", func(s spoken) bool { return s.State == "Listening" })
	b.tap("speak")
	b.hear("a draft", func(s spoken) bool { return s.Heard == "my father pays" && !s.Counting })
	b.tap("sendSpoken")
	b.hear("the next line", func(s spoken) bool { return s.Ready && len(s.Said) == 1 })
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })
	if turn := b.sealed().Turns[0]; turn.Voice == nil || turn.Seconds == 0 {
		t.Errorf("kept %+v", turn)
	}
}

// browserVoice stands for a browser's recognition, which hears the same whatever is said,
// and for its speech.
const browserVoice = `
	window.recognitions = []
	window.saidAloud = []
	window.SpeechRecognition = window.webkitSpeechRecognition = class {
		constructor() { window.recognitions.push(this) }
		start() { setTimeout(() => this.onstart({}), 10) }
		stop() {
			this.onresult({ resultIndex: 0, results: [Object.assign([{ transcript: "my father pays" }], { isFinal: true })] })
			this.onend({})
		}
		abort() {}
	}
	const speech = {
		getVoices: () => [{ name: "Alex", lang: "en-US", localService: true }],
		addEventListener() {},
		speak: (said) => (window.saidAloud.push(said.text), said.onstart({})),
		cancel() {},
	}
	Object.defineProperty(window, "speechSynthesis", { value: speech })
	window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }`

// The room passes every look in each state of voice, with targets of 44 px.
func TestVoiceLooks(t *testing.T) {
	t.Parallel()
	e := newEar(t)
	s := e.serve(t)
	b := newSpokenTab(t, 30, 1)
	b.onNew(watchVoice)
	b.start(s.address, strings.Replace(plain, `{"category"`, `{"mode":"coach","category"`, 1))
	e.hears("Good mourning, of his sir.", 0.9)
	b.hear("Speak", func(s spoken) bool { return s.Ready })
	b.tap("speak")
	b.hear("the check", func(s spoken) bool { return s.Marks["connection"] == "ok " })
	b.tap("allow")
	b.tap("sentence")
	b.recorded(1)
	b.tap("sentence")
	b.hear("other words", func(s spoken) bool { return strings.HasPrefix(s.Marks["sentence"], "warning") })
	b.tap("tryOfficer")
	b.lookRoom("voice-check")
	b.tap("useVoice")
	b.do("open the settings", chromedp.Click(part("voicing")+" summary", chromedp.ByQuery), chromedp.Click(part("handsFree"), chromedp.ByQuery))
	b.tap("speak")
	b.recorded(1)
	b.lookRoom("voice-listening")
	e.hears("My uncle Ahmed pays thirty thousand, not my father.", 0.6, "uncle")
	b.tap("speak")
	b.hear("the words", func(s spoken) bool { return s.Heard != "" })
	b.lookRoom("voice-heard")
}

// second is another tab of the same browser.
func (b *tab) second() *tab {
	ctx, cancel := chromedp.NewContext(b.ctx)
	b.t.Cleanup(cancel)
	return &tab{b.t, ctx}
}

// onNew runs a script in each page before its own.
func (b *tab) onNew(script string) {
	b.t.Helper()
	b.do("prepare pages", chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(script).Do(ctx)
		return err
	}))
}

// The officer's line is played, stops when the applicant speaks or mutes, and its caption
// stays; an answer of eight seconds and one that is typed cost few bytes.
func TestVoiceSoundAndBytes(t *testing.T) {
	t.Parallel()
	e := newEar(t)
	s := e.serve(t)
	b := newSpokenTab(t, 30, 1)
	sent := b.countBytes()
	b.onNew(watchVoice)
	b.start(s.address, plain)
	b.check()
	last := func() string {
		return value[string](b, `(() => { const p = window.players.at(-1); return !p ? "none" : p.ended ? "ended" : p.paused ? "paused" : "plays" })()`)
	}
	b.hear("Speak", func(s spoken) bool { return s.Ready && s.Typing })
	b.tap("play")
	b.hear("the officer", func(s spoken) bool { return s.State == "The officer is speaking" && last() == "plays" })
	e.hears("My father pays for it.", 0.95)
	up := sent()
	b.tap("speak")
	b.hear("listening", func(s spoken) bool { return s.State == "Listening" })
	if at := last(); at != "paused" {
		t.Errorf("the officer's sound is %q while the applicant speaks", at)
	}
	line := value[string](b, `document.querySelector('[data-part="line"]').textContent`)
	if line == "" {
		t.Error("the caption went with the sound")
	}
	b.hear("eight seconds", func(spoken) bool {
		return value[string](b, `document.querySelector('[data-part="seconds"]').textContent`) == "0:08"
	})
	b.tap("speak")
	b.hear("the words", func(s spoken) bool { return s.Heard != "" })
	b.tap("sendSpoken")
	b.hear("the next line", func(s spoken) bool { return s.Ready && s.Line != line })
	turn := sent().since(up)
	t.Logf("a spoken turn of 8 s: %d bytes out and %d in over the socket, %d of officer's sound", turn.out, turn.in, turn.http)
	if turn.out+turn.in > 25_000 {
		t.Errorf("a spoken turn of 8 s costs %d bytes, at most 25,000", turn.out+turn.in)
	}
	b.hear("the officer", func(spoken) bool { return last() == "plays" })
	b.tap("sound")
	b.hear("mute", func(spoken) bool { return last() == "paused" })
	up = sent()
	now := b.hear("the line", func(s spoken) bool { return s.Ready && s.Line != "" })
	b.do("answer", chromedp.SendKeys("#answer", "My father pays, he is a civil engineer in Pune."), chromedp.Click(`.composer button[type="submit"]`))
	b.hear("the next line", func(s spoken) bool { return s.Ready && s.Line != now.Line })
	turn = sent().since(up)
	t.Logf("a typed turn: %d bytes out, %d in, %d of sound", turn.out, turn.in, turn.http)
	if turn.out+turn.in+turn.http > 2_000 {
		t.Errorf("a typed turn costs %d bytes, at most 2,000", turn.out+turn.in+turn.http)
	}
}

// A traffic is what went over the network, in bytes.
type traffic struct{ in, out, http int }

func (a traffic) since(b traffic) traffic {
	return traffic{a.in - b.in, a.out - b.out, a.http - b.http}
}

// countBytes counts what the page that is open sends and receives over its socket, with
// the frames' own bytes, and the bodies of what it fetches.
func (b *tab) countBytes() func() traffic {
	b.t.Helper()
	var mu sync.Mutex
	var all traffic
	chromedp.ListenTarget(b.ctx, func(ev any) {
		mu.Lock()
		defer mu.Unlock()
		switch ev := ev.(type) {
		case *network.EventWebSocketFrameReceived:
			all.in += framed(len(ev.Response.PayloadData))
		case *network.EventLoadingFinished:
			all.http += int(ev.EncodedDataLength)
		}
	})
	b.do("watch the network", network.Enable())
	return func() traffic {
		out := 0
		for _, size := range value[[]int](b, `window.wire.map((m) => m.startsWith("blob ") ? Number(m.slice(5)) : new Blob([m]).size)`) {
			out += framed(size) + 4 // the mask
		}
		mu.Lock()
		defer mu.Unlock()
		all.out = out
		return all
	}
}

// framed is the size of a frame on the wire.
func framed(size int) int {
	switch {
	case size < 126:
		return size + 2
	case size < 65536:
		return size + 4
	}
	return size + 10
}
