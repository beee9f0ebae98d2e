package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// enter begins an interview as the start form does, but with an order of its own, and
// opens its room.
func (b *tab) enter(address, order string) {
	b.t.Helper()
	b.do("open the start page", chromedp.Navigate(address+"/"))
	id := value[string](b, fmt.Sprintf(`(async () => {
		const made = await fetch("/api/v1/interviews", {
			method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(%s),
		})
		return (await made.json()).id
	})()`, order))
	b.do("open the room", chromedp.Navigate(address+"/interviews/"+id), chromedp.WaitVisible("#answer"))
}

// start is enter for who stands in no queue and does not wait while the officer types.
func (b *tab) start(address, order string) {
	b.t.Helper()
	b.hurry(address)
	b.enter(address, order)
	b.await("the first line", func(r room) bool { return r.Ready && r.Line != "" })
}

// end ends the questions as the dialog offers it.
func (b *tab) end() {
	b.t.Helper()
	b.do("end", chromedp.Click(`[data-part="end"]`), chromedp.Click(`[data-part="finish"]`, chromedp.NodeVisible))
}

const plain = `{"category":"F-1","officer":{"seed":7},"profile":{"finance":{"sponsors":[{"relationship":"father"}]}}}`

// The officer types before the decision for as long as the frame says, and not at all
// for an applicant who does not want to wait.
func TestRoomWaitsWhileTheOfficerTypes(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	b.enter(s.address, plain)
	b.await("the first line", func(r room) bool { return r.Ready && r.Line != "" })
	b.end()
	began := time.Now()
	b.await("the officer to type", func(r room) bool { return r.State == "The officer is typing" && !r.Decided })
	b.shot("typing")
	b.await("the decision", func(r room) bool { return r.Decided })
	if silent := time.Since(began); silent < 2*time.Second {
		t.Errorf("the decision came after %v, want the officer to type for 3 to 8 s", silent)
	}

	b.enter(s.address, plain)
	b.do("choose not to wait", chromedp.Click(`[data-part="silence"]`))
	b.enter(s.address, plain) // the choice holds for this browser
	if value[bool](b, `document.querySelector('[data-part="silence"]').checked`) {
		t.Error("the choice not to wait was forgotten")
	}
	if state := b.await("the first line", func(r room) bool { return r.Line != "" }).State; state != "Your turn" {
		t.Errorf("%q with the first line, which waits for nothing", state)
	}
	b.end()
	b.await("the decision", func(r room) bool {
		if r.State == "The officer is typing" {
			t.Error("the officer types although nobody wants to wait")
		}
		return r.Decided
	})
}

// statuses keeps what is told politely, from the first moment of each page.
const statuses = `globalThis.statuses = []
new MutationObserver((all) => all.filter(({ target }) => target.dataset?.part === "state").forEach(({ target }) => statuses.push(target.textContent)))
	.observe(document, { subtree: true, childList: true })`

// A number waits in the queue and is called, told once each, before the officer's first
// line. One tap skips it. Who comes back finds no queue, and the words written meanwhile.
func TestRoomQueues(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	b.do("listen", chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(statuses).Do(ctx)
		return err
	}))
	b.enter(s.address, plain)
	value[bool](b, announced)
	r := b.await("the queue", func(r room) bool { return r.State != "" })
	number := value[string](b, `document.querySelector(".window__ticket").textContent`)
	if r.State != "Waiting in the queue. Number "+number || r.Line != "" || r.Ready {
		t.Errorf("in the queue, number %s, the room is %+v", number, r)
	}
	b.do("write in the queue", chromedp.SendKeys("#answer", "Already written"))
	b.await("the call", func(r room) bool { return strings.HasPrefix(r.State, "Number "+number) && r.Line == "" })
	line := b.await("the first line", func(r room) bool { return r.Ready }).Line
	if told := value[[]string](b, "announced"); !slices.Equal(told, []string{line}) {
		t.Errorf("read out %q, want the line %q once", told, line)
	}
	want := []string{"Waiting in the queue. Number " + number, "Number " + number + ". Next, please", "Your turn"}
	if told := value[[]string](b, "statuses"); !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	b.do("load again", chromedp.Reload(), chromedp.WaitVisible("#answer"))
	b.await("the first line", func(r room) bool { return r.Ready && r.Line != "" })
	if told := value[[]string](b, "statuses"); strings.Contains(strings.Join(told, " "), "queue") {
		t.Errorf("told %q to who comes back", told)
	}
	if draft := value[string](b, `document.querySelector("#answer").value`); draft != "Already written" {
		t.Errorf("the draft is %q", draft)
	}

	b.enter(s.address, plain)
	b.do("skip the queue", chromedp.Click(`[data-part="skipQueue"]`))
	b.await("the first line", func(r room) bool { return r.Ready && r.Line != "" })
	if told := value[[]string](b, "statuses"); strings.Contains(strings.Join(told, " "), "Next, please") {
		t.Errorf("told %q to who skipped the queue", told)
	}
	if at := value[string](b, "document.activeElement.id"); at != "answer" {
		t.Errorf("after the queue the focus is at %q", at)
	}
}

const long = "My father pays for everything from his salary as a civil engineer in Pune and from the savings of our family, " +
	"which he has put aside for many years because he always wanted that one of us goes to study at a good university, " +
	"and my mother also works as a teacher, and my grandfather has land near the town, and all of them have agreed that this is what the money is for"

// shot keeps a picture of the room where ROOM_SHOTS names a directory.
func (b *tab) shot(name string) {
	b.t.Helper()
	dir := os.Getenv("ROOM_SHOTS")
	if dir == "" {
		return
	}
	for _, at := range [][2]int64{{390, 844}, {1440, 900}} {
		var picture []byte
		b.do("picture "+name, chromedp.EmulateViewport(at[0], at[1]), chromedp.CaptureScreenshot(&picture))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d.png", name, at[0])), picture, 0o600); err != nil {
			b.t.Fatal(err)
		}
	}
}

// The officer cuts in while a long answer is written: what stands there is sent as it
// is, what was not heard stays grey, and nothing is lost when the page is loaded again.
func TestRoomCutsIn(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	b.start(s.address, plain)
	first := b.await("the first line", func(r room) bool { return r.Ready }).Line
	b.do("write a long answer", chromedp.SetValue("#answer", long))
	b.await("the officer to cut in", func(r room) bool { return strings.Contains(r.State, "cut in") || r.Line != first && r.Ready })
	b.shot("cut-in")
	if left := value[string](b, `document.querySelector("#answer").value`); left != "" {
		t.Errorf("%q stays in the field after it was sent", left)
	}
	b.await("the next line", func(r room) bool { return r.Ready && r.Line != first })
	b.shot("after-cut-in")
	said := value[[]string](b, `[...document.querySelectorAll(".said")].map((s) => s.className)`)
	if len(said) != 4 || said[1] != "said said--applicant" || said[2] != "said said--officer said--cut" {
		t.Errorf("captions %q, want question, answer, the officer cutting in, question", said)
	}
	b.do("write on, then load the page again", chromedp.SendKeys("#answer", "An unfinished"), chromedp.Reload(), chromedp.WaitVisible("#answer"))
	b.await("the room", func(r room) bool { return r.Ready })
	if again := value[[]string](b, `[...document.querySelectorAll(".said")].map((s) => s.className)`); !slices.Equal(again, said) {
		t.Errorf("captions %q after loading again, want %q", again, said)
	}
	if left := value[string](b, `document.querySelector("#answer").value`); left != "An unfinished" {
		t.Errorf("the draft is %q", left)
	}
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })
	turn := b.sealed().Turns[0]
	if whole := strings.TrimSpace(turn.Applicant + " " + turn.Unheard); !turn.Cut || whole != long {
		t.Errorf("cut %t, kept %q", turn.Cut, whole)
	}
}

// The connection broke after the officer had cut in: the page finds its draft, and sends
// it as it comes back.
func TestRoomSendsTheDraftTheOfficerCutInOn(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	b.start(s.address, plain)
	address := value[string](b, "location.href")
	b.do("leave the room", chromedp.Navigate(s.address+"/"))
	cut := value[string](b, fmt.Sprintf(`new Promise((done) => {
		const id = %q.split("/").at(-1)
		localStorage.setItem("viceconsul." + id + ".draft", %q)
		const socket = new WebSocket("/api/v1/interviews/" + id + "/socket", "viceconsul.v1")
		socket.onopen = () => {
			socket.send('{"type":"hello"}')
			socket.send('{"type":"composing","turn":1,"words":60}')
		}
		socket.onmessage = ({ data }) => JSON.parse(data).type === "interrupt" && done(data)
	})`, address, long))
	if !strings.Contains(cut, `"words":60`) {
		t.Fatalf("the officer cut in with %s", cut)
	}
	b.do("come back", chromedp.Navigate(address), chromedp.WaitVisible("#answer"))
	b.await("the next line", func(r room) bool { return r.Ready && r.Line != "" })
	grey := value[string](b, `document.querySelector(".said__unheard").textContent`)
	if !strings.HasSuffix(long, strings.TrimSpace(strings.TrimPrefix(grey, " Not heard: "))) || len(strings.Fields(long)) < 62 {
		t.Errorf("grey is %q", grey)
	}
	b.shot("unheard")
	if left := value[string](b, `document.querySelector("#answer").value`); left != "" {
		t.Errorf("%q stays in the field", left)
	}
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })
	if turn := b.sealed().Turns[0]; !turn.Cut || len(strings.Fields(turn.Applicant)) != 60 || turn.Applicant+" "+turn.Unheard != long {
		t.Errorf("cut %t, %d words heard, %q not", turn.Cut, len(strings.Fields(turn.Applicant)), turn.Unheard)
	}
	b.do("read the transcript", chromedp.Click(`[data-part="graded"] a`), chromedp.WaitVisible(".turn__unheard"))
}

// In coach mode a note offers another try, and the first one is marked as not counted.
func TestRoomTriesAgain(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	b.start(s.address, strings.Replace(plain, `{"category"`, `{"mode":"coach","category"`, 1))
	first := b.await("the first line", func(r room) bool { return r.Ready }).Line
	answer := func(text string) {
		b.do("answer", chromedp.SendKeys("#answer", text), chromedp.Click(`.composer button[type="submit"]`))
	}
	answer("It depends on many things and I do not know, officer.")
	b.await("the next line", func(r room) bool { return r.Ready && r.Line != first })
	b.shot("coach-note")
	b.do("try again", chromedp.Click(".said__again"))
	b.await("the question again", func(r room) bool { return r.Ready && strings.HasSuffix(first, r.Line) })
	b.shot("tried-again")
	if marks := value[[]string](b, `[...document.querySelectorAll(".said--retried .said__mark")].map((m) => m.textContent)`); len(marks) != 1 || marks[0] != "Tried again, not counted" {
		t.Errorf("the first try is marked %q", marks)
	}
	answer("Data science at Example State University.")
	b.await("the next line", func(r room) bool { return r.Ready && !strings.HasSuffix(first, r.Line) })
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })
	b.do("read the transcript", chromedp.Click(`[data-part="graded"] a`), chromedp.WaitVisible(".turns"))
	page := value[string](b, `document.querySelector("main").innerText`)
	for _, want := range []string{"Coached:", "Tried again, not counted", "Turn 1 tried again"} {
		if !strings.Contains(page, want) {
			t.Errorf("the transcript does not say %q", want)
		}
	}
}

// Where the operator turned them on, the page asks about harm and fear, says that nobody
// keeps the answer, and sends no word of it.
func TestRoomKeepsNoPrivateAnswer(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=", "VICECONSUL_FEAR_QUESTIONS=true")
	b := newTab(t)
	b.start(s.address, strings.Replace(plain, `{"category"`, `{"minutes":20,"category"`, 1))
	last, private := "", 0
	for range 20 {
		r := b.await("the next line", func(r room) bool { return r.Over || r.Ready && r.Line != "" && r.Line != last })
		if r.Over {
			break
		}
		last = r.Line
		text := "My father pays; he is a civil engineer in Pune."
		if value[bool](b, `!document.querySelector('[data-part="private"]').hidden`) {
			private++
			text = "The militia of Quuxland."
		}
		b.do("answer", chromedp.SendKeys("#answer", text))
		if kept := value[string](b, `JSON.stringify(localStorage)`); strings.Contains(kept, "Quuxland") {
			t.Errorf("this browser keeps %s", kept)
		}
		if private == 1 {
			b.shot("private")
		}
		b.do("send", chromedp.Click(`.composer button[type="submit"]`))
	}
	if private != 2 {
		t.Errorf("%d private lines were asked, want 2", private)
	}
	b.do("read the transcript", chromedp.Click(`[data-part="graded"] a`), chromedp.WaitVisible(".turns"))
	page := value[string](b, `document.querySelector("main").innerText`)
	if strings.Contains(page, "Quuxland") || strings.Count(page, "[not kept]") != 2 || !strings.Contains(page, "immigration lawyer") {
		t.Error("the transcript shows a private answer, or lacks the notice")
	}
}
