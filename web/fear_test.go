package web

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
)

// fearful tells its words to every private line, and an ordinary answer to others. It
// returns the private lines asked, and everything the server said.
func (c *caller) fearful(turn int, private bool, words string) (asked []event, heard string) {
	c.t.Helper()
	for turn > 0 {
		text := "My father pays; he is a civil engineer in Pune and I go back to his firm in June 2029."
		if private {
			text = words
		}
		c.answer(turn, text)
		for turn = 0; turn == 0; {
			e := c.next()
			heard += e.Text + string(e.Transcript)
			if e.Type == "graded" {
				break
			}
			if e.Type == "question" && e.Kind != "remark" {
				turn, private = e.Turn, e.Private
			}
			if e.Private {
				asked = append(asked, e)
			}
		}
	}
	return asked, heard
}

// The words of an answer about harm or fear are nowhere: not in the store's files, the
// log, what is told, or any export. The transcript says what the applicant must know.
func TestFearIsNotKept(t *testing.T) {
	const secret = "Yes, the militia of Quuxland threatened me."
	dir := t.TempDir()
	h := openHouse(t, func(o *Options) {
		kept, err := sqlite.Open(t.Context(), dir) // whose files can be looked into
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := kept.Close(); err != nil {
				t.Errorf("close: %v", err)
			}
		})
		o.Store, o.Fear = kept, true
		o.Section = live.NewSection(live.Options{Recorder: kept, Bank: o.Bank, Log: o.Log})
	})
	id, key := h.begin(t, strings.Replace(student, `{"category"`, `{"minutes":20,"category"`, 1))
	c, welcome := h.join(t, id, key)
	asked, heard := c.fearful(openTurn(t, welcome), false, secret)
	if len(asked) != 2 || asked[0].ID == asked[1].ID {
		t.Fatalf("private lines asked: %+v, want both", asked)
	}
	_, again := h.join(t, id, key)
	notKept := 0
	for _, turn := range again.Interview.Turns {
		if turn.Private && *turn.Applicant == "[not kept]" {
			notKept++
		}
		heard += *turn.Applicant
	}
	if notKept != 2 {
		t.Errorf("a snapshot has %d answers that were not kept, want 2", notKept)
	}
	for _, path := range []string{"/interviews/", "/api/v1/interviews/"} {
		for _, suffix := range []string{"", ".json", ".md", ".html", ".pdf"} {
			if path == "/interviews/" && suffix != "" {
				continue
			}
			text := string(h.send(t, "GET", path+id+"/transcript"+suffix, "", "Authorization: Bearer "+key).body)
			heard += text
			if suffix != ".pdf" && !strings.Contains(text, "immigration lawyer") {
				t.Errorf("%s%s/transcript%s has no notice", path, id, suffix)
			}
		}
	}
	files := filesOf(t, dir)
	if !strings.Contains(files, "civil engineer") {
		t.Error("the store's files hold no answer at all: this test sees nothing")
	}
	heard += h.log.String() + files
	for _, word := range []string{"militia", "Quuxland"} {
		if strings.Contains(heard, word) {
			t.Errorf("%q was kept somewhere", word)
		}
	}
}

// filesOf is everything in the files of a directory.
func filesOf(t *testing.T, dir string) string {
	t.Helper()
	var all bytes.Buffer
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		all.Write(text)
		return err
	})
	if err != nil || all.Len() == 0 {
		t.Fatalf("read the store's files: %d bytes, %v", all.Len(), err)
	}
	return all.String()
}

// The questions about harm and fear are off unless the operator turns them on.
func TestFearIsOff(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, strings.Replace(student, `{"category"`, `{"minutes":20,"category"`, 1))
	c, welcome := h.join(t, id, key)
	asked, heard := c.fearful(openTurn(t, welcome), false, "")
	if len(asked) != 0 || strings.Contains(heard, "notice") || strings.Contains(heard, "lawyer") {
		t.Errorf("asked %+v although nobody turned it on", asked)
	}
}

// The same answer to a private line sent again gets the same ack, whatever its words:
// there is nothing to compare them with.
func TestFearAnswerSentAgain(t *testing.T) {
	h := openHouse(t, func(o *Options) { o.Fear = true })
	id, key := h.begin(t, strings.Replace(student, `{"category"`, `{"minutes":20,"category"`, 1))
	c, welcome := h.join(t, id, key)
	turn, private := openTurn(t, welcome), false
	for !private {
		c.answer(turn, "My father pays; he is a civil engineer in Pune and I go back to his firm in June 2029.")
		q, graded := c.untilOpen(c.want("ack").Offset)
		if graded.Type != "" {
			t.Fatal("no private line was asked")
		}
		turn, private = q.Turn, q.Private
	}
	sent := c.answer(turn, "No.")
	first := c.want("ack")
	for _, words := range []string{"No.", "Yes."} {
		c.say(answerText(sent, turn, words))
		e := c.next()
		for e.Type == "question" {
			e = c.next()
		}
		if e.Type != "ack" || e.Offset != first.Offset {
			t.Errorf("%q again: %+v, want the ack at %d", words, e, first.Offset)
		}
	}
}
