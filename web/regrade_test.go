package web

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/regrade"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// gatedHearer proposes nothing, once its gate is open.
type gatedHearer struct{ gate chan struct{} }

func (h gatedHearer) Hear(ctx context.Context, _, _ string, _ transcript.Transcript) (transcript.Hearing, error) {
	select {
	case <-h.gate:
		return transcript.Hearing{Model: "small", Prompt: 1, Passes: 2, Proposals: []transcript.Proposal{}}, nil
	case <-ctx.Done():
		return transcript.Hearing{}, ctx.Err()
	}
}

func (gatedHearer) Grader() transcript.Grader {
	return transcript.Grader{Mode: transcript.ByModel, Model: "small", Prompt: 1}
}

// openReading is a house in which a model reads what was graded, once open is called.
func openReading(t *testing.T) (h *house, open func()) {
	t.Helper()
	hearer := gatedHearer{make(chan struct{})}
	cost := func(context.Context, string) (*transcript.Cost, error) {
		return &transcript.Cost{Calls: 7, Prompt: 3210, Completion: 240, Seconds: 12.34, Money: "USD 0.0042"}, nil
	}
	ctx, leave := context.WithCancel(context.Background())
	var work sync.WaitGroup
	h = openHouse(t, func(o *Options) {
		g := regrade.New(regrade.Options{Keeper: o.Store, Bank: o.Bank, Hearer: hearer, Cost: cost, Log: o.Log})
		o.Regrader = g
		o.Section = live.NewSection(live.Options{Recorder: o.Store, Bank: o.Bank, Log: o.Log, Reads: true, Cost: cost})
		queue := o.Store
		work.Go(func() { _ = g.Work(ctx, queue) })
	})
	t.Cleanup(func() { // before the house closes its store
		leave()
		work.Wait()
	})
	return h, sync.OnceFunc(func() { close(hearer.gate) })
}

// sit holds an interview of one answer and returns its graded event and its socket.
func (h *house) sit(t *testing.T, body string) (id, key string, c *caller, graded event) {
	t.Helper()
	id, key = h.begin(t, body)
	c, welcome := h.join(t, id, key)
	c.answer(openTurn(t, welcome), "My uncle in New Jersey pays.")
	c.say(`{"type":"end"}`)
	for graded.Type != "graded" {
		graded = c.next()
	}
	return id, key, c, graded
}

// shown is the interview as the API tells it.
func (h *house) shown(t *testing.T, method, path, key string, status int) (v interviewView) {
	t.Helper()
	r := h.send(t, method, path, "", "Authorization: Bearer "+key)
	if r.StatusCode != status {
		t.Fatalf("%s %s: %d %s, want %d", method, path, r.StatusCode, r.body, status)
	}
	if err := json.Unmarshal(r.body, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// The rules' grade is there at once and says that a second reading is under way; when
// that ends, socket, API, page and exports have the second revision.
func TestSecondReading(t *testing.T) {
	h, open := openReading(t)
	id, key, c, first := h.sit(t, student)
	bearer, address := "Authorization: Bearer "+key, "/api/v1/interviews/"+id
	if first.Revision != 1 || !first.Reading {
		t.Errorf("graded is told as revision %d, reading %t", first.Revision, first.Reading)
	}
	if v := h.shown(t, "GET", address, key, http.StatusOK); v.Revision != 1 || !v.Reading {
		t.Errorf("revision %d, reading %t; want 1, true", v.Revision, v.Reading)
	}
	page := string(h.send(t, "GET", "/interviews/"+id+"/transcript", "", bearer, "Accept: text/html").body)
	for _, want := range []string{"small is now reading it a second time", `href="">Look again`, `data-revision="1"`, "reading.js", "7 times: 3,210 tokens read and 240 written"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q while the second reading is under way", want)
		}
	}
	if v := h.shown(t, "POST", address+"/regrade", key, http.StatusAccepted); v.Revision != 1 || !v.Reading {
		t.Errorf("graded again meanwhile: revision %d, reading %t; want 1, true", v.Revision, v.Reading)
	}

	open()
	second := c.want("graded")
	if second.Revision != 2 || second.Reading || second.Offset != first.Offset || second.Epoch != first.Epoch {
		t.Errorf("graded %d at %d, want 2 at %d again", second.Revision, second.Offset, first.Offset)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(second.Transcript)); sum != second.Hash {
		t.Errorf("the second revision hashes to %s, told %s", sum, second.Hash)
	}
	if v := h.shown(t, "GET", address, key, http.StatusOK); v.Revision != 2 || v.Reading {
		t.Errorf("revision %d, reading %t; want 2, false", v.Revision, v.Reading)
	}
	page = string(h.send(t, "GET", "/interviews/"+id+"/transcript", "", bearer, "Accept: text/html").body)
	if !strings.Contains(page, "then the model small read it a second time") || strings.Contains(page, "reading.js") || !strings.Contains(page, "Grade it again") {
		t.Errorf("the page after the second reading does not say who graded")
	}
	for suffix, wants := range map[string][]string{
		".json": {`"revision":2`, `"cause":"model"`, `"money":"USD 0.0042"`},
		".md":   {"revision 2", "read it a second time", "3,210 tokens read and 240 written, in 12.3 seconds. By the prices of this server that is USD 0.0042."},
		".html": {"revision 2", "USD 0.0042"},
	} {
		body := string(h.send(t, "GET", address+"/transcript"+suffix, "", bearer).body)
		for _, want := range wants {
			if !strings.Contains(body, want) {
				t.Errorf("transcript%s lacks %q", suffix, want)
			}
		}
	}

	back := h.dial(t, id, key)
	back.say(hello)
	back.want("welcome")
	if again := back.want("graded"); again.Revision != 2 || again.Hash != second.Hash {
		t.Errorf("who comes anew is told revision %d, want 2", again.Revision)
	}
	knows := h.dial(t, id, key)
	knows.say(fmt.Sprintf(`{"type":"hello","epoch":%d,"offset":%d}`, first.Epoch, first.Offset))
	knows.want("welcome")
	if again := knows.want("graded"); again.Revision != 2 {
		t.Errorf("who comes back is told revision %d, want 2", again.Revision)
	}
}

// In a plain interview nothing is due, then or when it is graded again.
func TestPlainIsNotRead(t *testing.T) {
	h, _ := openReading(t)
	id, key, _, _ := h.sit(t, strings.Replace(student, `"seed":7`, `"seed":7,"plain":true`, 1))
	for _, method := range []string{"GET", "POST"} {
		path := "/api/v1/interviews/" + id
		if method == "POST" {
			path += "/regrade"
		}
		if v := h.shown(t, method, path, key, http.StatusOK); v.Revision != 1 || v.Reading {
			t.Errorf("%s: revision %d, reading %t; want 1, false", method, v.Revision, v.Reading)
		}
	}
	page := string(h.send(t, "GET", "/interviews/"+id+"/transcript", "", "Authorization: Bearer "+key, "Accept: text/html").body)
	if !strings.Contains(page, "No model took part, as you chose.") || strings.Contains(page, "reads your answers") || strings.Contains(page, "A model was asked") {
		t.Error("the page of a plain interview speaks of a model")
	}
}

// Grading again does what there is to do, for the API and the page.
func TestRegrade(t *testing.T) {
	h := openHouse(t)
	open, key := h.begin(t, student)
	h.send(t, "POST", "/api/v1/interviews/"+open+"/regrade", "", "Authorization: Bearer "+key).problem(t, http.StatusNotFound, "not_graded")

	id, key, _, graded := h.sit(t, student)
	if v := h.shown(t, "POST", "/api/v1/interviews/"+id+"/regrade", key, http.StatusOK); v.Revision != 1 {
		t.Errorf("nothing changed, and it is revision %d", v.Revision)
	}
	var old transcript.Transcript
	if err := json.Unmarshal(graded.Transcript, &old); err != nil {
		t.Fatal(err)
	}
	old.Turns[0].Findings = nil // as an earlier build may have graded
	body, err := json.Marshal(old)
	if err != nil {
		t.Fatal(err)
	}
	revision := store.Revision{N: 2, Cause: "corrected", About: "turn 1", Body: body, At: time.Now()}
	if err := h.store.Revise(t.Context(), store.Local, id, revision); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"", "?again=same"} {
		r := h.send(t, "POST", "/interviews/"+id+"/regrade", "", "Authorization: Bearer "+key, "Accept: text/html")
		if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/interviews/"+id+"/transcript"+query+"#made" {
			t.Errorf("the page's button: %d to %q", r.StatusCode, r.Header.Get("Location"))
		}
	}
	if v := h.shown(t, "GET", "/api/v1/interviews/"+id, key, http.StatusOK); v.Revision != 3 {
		t.Errorf("graded again twice, and it is revision %d, want 3", v.Revision)
	}
	page := string(h.send(t, "GET", "/interviews/"+id+"/transcript", "", "Authorization: Bearer "+key, "Accept: text/html").body)
	if !strings.Contains(page, "The rules graded this again.") {
		t.Error("the page does not say that it was graded again")
	}
}

func TestLimitRegrade(t *testing.T) {
	h := openHouse(t, limited(Limits{Costly: 3}))
	id, key, _, _ := h.sit(t, student) // an applicant and an interview
	address := "/api/v1/interviews/" + id + "/regrade"
	h.shown(t, "POST", address, key, http.StatusOK)
	h.send(t, "POST", address, "", "Authorization: Bearer "+key).problem(t, http.StatusTooManyRequests, "too_many")
}

// A reading that was given up, and one that nobody is here to make, are said on the page;
// both can be asked for again.
func TestReadingThatDidNotCome(t *testing.T) {
	h := openHouse(t)
	for words, revision := range map[string]store.Revision{
		"No model could read this a second time. The rules' grade stands.": {Cause: store.GivenUp},
		"A second reading was planned, and this server has no model now.":  {Cause: store.Regraded, Due: true},
	} {
		id, key, _, graded := h.sit(t, student)
		revision.N, revision.About, revision.Body, revision.At = 2, "1", graded.Transcript, time.Now()
		if err := h.store.Revise(t.Context(), store.Local, id, revision); err != nil {
			t.Fatal(err)
		}
		page := html.UnescapeString(string(h.send(t, "GET", "/interviews/"+id+"/transcript", "", "Authorization: Bearer "+key, "Accept: text/html").body))
		if !strings.Contains(page, words) || !strings.Contains(page, "Grade it again") || strings.Contains(page, "data-revision") {
			t.Errorf("the page lacks %q, or the button", words)
		}
		if v := h.shown(t, "GET", "/api/v1/interviews/"+id, key, http.StatusOK); v.Revision != 2 || v.Reading {
			t.Errorf("revision %d, reading %t; want 2, false", v.Revision, v.Reading)
		}
	}
}
