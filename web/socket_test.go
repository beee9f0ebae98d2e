package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"github.com/gorilla/websocket"
)

func asClose(err error, to **websocket.CloseError) bool { return errors.As(err, to) }

// open is the turn that waits for an answer, as a welcome tells it.
func openTurn(t testing.TB, welcome event) int {
	t.Helper()
	turns := welcome.Interview.Turns
	if len(turns) == 0 || turns[len(turns)-1].Applicant != nil {
		t.Fatalf("no turn is open in %+v", welcome.Interview)
	}
	return turns[len(turns)-1].Turn
}

// untilOpen reads on to the next question, and says whether there is one; after
// the last comes the graded transcript, which it returns.
func (c *caller) untilOpen(last int64) (q event, graded event) {
	c.t.Helper()
	for {
		e := c.next()
		if e.Offset != 0 {
			if e.Offset != last+1 {
				c.t.Fatalf("%s stands at offset %d after %d: a gap", e.Type, e.Offset, last)
			}
			last = e.Offset
		}
		switch e.Type {
		case "question":
			if e.Kind != "remark" {
				return e, event{}
			}
		case "graded":
			return event{}, e
		}
	}
}

func TestSocketWholeInterview(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	if welcome.Recovered || welcome.Epoch == 0 || welcome.Interview.ID != id || welcome.Interview.Category != "F-1" ||
		welcome.Interview.Mode != "exam" || welcome.Interview.Officer != "neutral" || welcome.Interview.StartedAt == nil {
		t.Fatalf("welcome %+v", welcome)
	}
	turn, last := openTurn(t, welcome), welcome.Offset
	for answers := 1; ; answers++ {
		if answers > 40 {
			t.Fatal("no end after 40 answers")
		}
		sent := c.answer(turn, "My uncle in New Jersey pays about thirty thousand dollars a year.")
		ack := c.want("ack")
		if ack.ID != sent || ack.Turn != turn || ack.Offset != last+1 || ack.Epoch != welcome.Epoch {
			t.Fatalf("ack %+v of answer %s to turn %d after offset %d", ack, sent, turn, last)
		}
		q, graded := c.untilOpen(ack.Offset)
		if graded.Type != "" {
			sum := sha256.Sum256(graded.Transcript)
			if got := hex.EncodeToString(sum[:]); got != graded.Hash {
				t.Errorf("transcript hashes to %s, told %s", got, graded.Hash)
			}
			break
		}
		turn, last = q.Turn, q.Offset
	}
	r := h.send(t, "GET", "/api/v1/interviews/"+id, "", "Authorization: Bearer "+key)
	var view interviewView
	if err := json.Unmarshal(r.body, &view); err != nil || !view.Sealed || view.Transcript == "" {
		t.Errorf("after the end: %s (%v), want sealed with a transcript", r.body, err)
	}
	c.answer(turn, "One more thing.")
	c.complaint("conflict")
}

func TestSocketEndAndSealedAgain(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c, _ := h.join(t, id, key)
	c.say(`{"type":"end"}`)
	c.want("ended")
	c.want("decision")
	first := c.want("graded")
	c.say(`{"type":"end"}`)
	c.complaint("closed")

	again, welcome := h.join(t, id, key)
	if welcome.Recovered || !welcome.Interview.Ended || welcome.Interview.Decision == nil || !welcome.Interview.Decision.Practice {
		t.Errorf("welcome to a sealed interview %+v, want a snapshot with the decision", welcome.Interview)
	}
	graded := again.want("graded")
	if graded.Offset != welcome.Offset+1 || graded.Hash != first.Hash || string(graded.Transcript) != string(first.Transcript) {
		t.Errorf("graded %d %s after welcome %d, want the same transcript next", graded.Offset, graded.Hash, welcome.Offset)
	}
}

func TestSocketFinishedCloses(t *testing.T) {
	h := openHouse(t, limited(Limits{Finished: 1}))
	id, key := h.begin(t, student)
	c, _ := h.join(t, id, key)
	c.say(`{"type":"end"}`)
	c.closed(finished)
	again, _ := h.join(t, id, key)
	again.closed(finished)
}

func TestSocketRepeat(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	first := welcome.Interview.Turns[len(welcome.Interview.Turns)-1]
	c.say(fmt.Sprintf(`{"type":"repeat","turn":%d}`, turn))
	q := c.want("question")
	if !q.Repeated || q.Turn != turn || q.Offset != welcome.Offset+1 || q.ID != first.ID || q.Kind != string(first.Kind) || q.Text == "" {
		t.Errorf("repeated %+v, want turn %d again", q, turn)
	}
	c.say(`{"type":"repeat","turn":39}`)
	c.complaint("turn_closed")
	c.say(fmt.Sprintf(`{"type":"repeat","turn":%d,"otherwise":true}`, turn))
	c.complaint("turn_closed") // an exam has no other words

	id, key = h.begin(t, strings.Replace(student, `"officer"`, `"mode":"coach","officer"`, 1))
	c, welcome = h.join(t, id, key)
	turn = openTurn(t, welcome)
	c.say(fmt.Sprintf(`{"type":"repeat","turn":%d,"otherwise":true}`, turn))
	if q := c.want("question"); !q.Repeated || q.Turn != turn || q.Text == "" {
		t.Errorf("said otherwise %+v, want turn %d again", q, turn)
	}
}

// A dropped connection: the answer is sent again under its id, and stands once.
func TestSocketDropAndResume(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	sent := answerText(uuid.NewString(), turn, "To study data science in Ohio.")
	c.say(sent)
	ack := c.want("ack")
	c.conn.UnderlyingConn().Close()

	back := h.dial(t, id, key)
	back.say(fmt.Sprintf(`{"type":"hello","epoch":%d,"offset":%d}`, welcome.Epoch, welcome.Offset))
	again := back.want("welcome")
	if !again.Recovered || again.Offset != welcome.Offset || len(again.Interview.Turns) != 0 {
		t.Fatalf("welcome %+v, want recovered at offset %d", again, welcome.Offset)
	}
	if diff := cmp.Diff(ack, back.want("ack")); diff != "" {
		t.Errorf("missed ack (-first +missed):\n%s", diff)
	}
	q, _ := back.untilOpen(ack.Offset)
	back.say(sent)
	if diff := cmp.Diff(ack, back.want("ack")); diff != "" {
		t.Errorf("ack of the answer sent again (-first +second):\n%s", diff)
	}
	back.say(strings.Replace(sent, "Ohio", "Iowa", 1))
	back.complaint("conflict")
	back.answer(turn, "Another answer to that turn.")
	back.complaint("conflict")

	last, snapshot := h.join(t, id, key)
	if snapshot.Recovered || snapshot.Offset != q.Offset {
		t.Fatalf("welcome %+v, want a snapshot at offset %d", snapshot, q.Offset)
	}
	answered := 0
	for _, v := range snapshot.Interview.Turns {
		if v.Applicant != nil {
			answered++
		}
	}
	if answered != 1 || openTurn(t, snapshot) != q.Turn {
		t.Errorf("snapshot %+v, want one answer and turn %d open", snapshot.Interview, q.Turn)
	}
	last.conn.Close()
}

func TestSocketResumeFromAnotherEpoch(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	for _, from := range []string{`"epoch":1,"offset":1`, `"epoch":%d,"offset":999`} {
		c, welcome := h.join(t, id, key)
		c.conn.Close()
		back := h.dial(t, id, key)
		if strings.Contains(from, "%d") {
			from = fmt.Sprintf(from, welcome.Epoch)
		}
		back.say(`{"type":"hello",` + from + `}`)
		if got := back.want("welcome"); got.Recovered || len(got.Interview.Turns) == 0 {
			t.Errorf("hello %s: welcome %+v, want a snapshot", from, got)
		}
	}
}

// Dead connections do not keep an applicant out: the network dropped them without
// telling anybody.
func TestSocketComesBackPastDeadOnes(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	for range 5 {
		h.dial(t, id, key) // and not a word, nor a goodbye
	}
	h.join(t, id, key)
}

func TestSocketNewestWins(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	old, welcome := h.join(t, id, key)
	young, _ := h.join(t, id, key)
	old.closed(replaced)
	young.answer(openTurn(t, welcome), "To study.")
	young.want("ack")
}

func TestSocketCoach(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, strings.Replace(student, `"officer"`, `"mode":"coach","officer"`, 1))
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	c.answer(turn, "Well, my aunt says that it is a very good school and everybody in my family likes it a lot.")
	c.want("ack")
	for {
		e := c.next()
		if e.Type == "coach" {
			if e.Turn != turn || e.Offset != 0 {
				t.Errorf("coach %+v, want turn %d and no offset", e, turn)
			}
			return
		}
		if e.Type == "graded" {
			t.Fatal("graded before any coaching")
		}
	}
}

// Every bad message gets its own complaint, changes nothing, and the session goes
// on.
func TestSocketBadMessages(t *testing.T) {
	h := openHouse(t, limited(Limits{Burst: 100}))
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	own := uuid.NewString()
	for _, test := range []struct{ name, text, code, id string }{
		{"no JSON", `hello`, "malformed", ""},
		{"nothing", ``, "malformed", ""},
		{"two values", `{"type":"end"}{"type":"end"}`, "malformed", ""},
		{"no object", `["end"]`, "malformed", ""},
		{"no type", `{}`, "malformed", ""},
		{"type not first", `{"turn":1,"type":"repeat"}`, "malformed", ""},
		{"type no text", `{"type":1}`, "malformed", ""},
		{"unknown type", `{"type":"promote"}`, "unknown_type", ""},
		{"wrong case", `{"type":"repeat","Turn":1}`, "malformed", ""},
		{"unknown key", `{"type":"end","now":true}`, "malformed", ""},
		{"repeated key", `{"type":"repeat","turn":1,"turn":2}`, "malformed", ""},
		{"hello again", `{"type":"hello"}`, "malformed", ""},
		{"half a position", `{"type":"hello","epoch":1}`, "malformed", ""},
		{"audio", `{"type":"audio","turn":1,"format":"opus"}`, "audio_not_offered", ""},
		{"audio end without an id", `{"type":"audio_end","turn":1}`, "malformed", ""},
		{"audio dropped before it began", `{"type":"audio_drop"}`, "malformed", ""},
		{"voice without a recording", fmt.Sprintf(`{"type":"answer","id":%q,"turn":%d,"text":"yes","voice":{"checked":true}}`, own, turn), "malformed", own},
		{"voice nobody heard", fmt.Sprintf(`{"type":"answer","id":%q,"turn":%d,"text":"yes","voice":{"id":%q,"checked":false}}`, own, turn, own), "unchecked", own},
		{"empty", answerText(own, turn, ""), "answer_empty", own},
		{"only spaces", answerText(own, turn, " \n\t\u00a0"), "answer_empty", own},
		{"8,001 characters", answerText(own, turn, strings.Repeat("ä", 8001)), "answer_too_long", own},
		{"NUL", fmt.Sprintf(`{"type":"answer","id":%q,"turn":%d,"text":"a\u0000b"}`, own, turn), "malformed", ""},
		{"id no UUID", answerText("1", turn, "yes"), "malformed", ""},
		{"id in braces", answerText("{"+own+"}", turn, "yes"), "malformed", ""},
		{"no turn", fmt.Sprintf(`{"type":"answer","id":%q,"text":"yes"}`, own), "malformed", own},
		{"turn of wrong type", fmt.Sprintf(`{"type":"answer","id":%q,"turn":"1","text":"yes"}`, own), "malformed", own},
		{"seconds below 0", fmt.Sprintf(`{"type":"answer","id":%q,"turn":%d,"text":"yes","seconds":-1}`, own, turn), "malformed", own},
		{"seconds too many", fmt.Sprintf(`{"type":"answer","id":%q,"turn":%d,"text":"yes","seconds":1e300}`, own, turn), "malformed", own},
		{"turn not asked", answerText(own, turn+7, "yes"), "turn_closed", own},
		{"nine levels", `{"type":"end","x":` + strings.Repeat("[", 8) + strings.Repeat("]", 8) + `}`, "malformed", ""},
	} {
		c.say(test.text)
		if e := c.complaint(test.code); e.ID != test.id {
			t.Errorf("%s: error for id %q, want %q", test.name, e.ID, test.id)
		}
	}
	c.say(answerText(own, turn, strings.Repeat("ä", 8000)))
	if ack := c.want("ack"); ack.Offset != welcome.Offset+1 {
		t.Errorf("after all that the answer stands at %d, want %d", ack.Offset, welcome.Offset+1)
	}
}

func TestSocketHelloFirst(t *testing.T) {
	h := openHouse(t, limited(Limits{Hello: patience}))
	id, key := h.begin(t, student)
	c := h.dial(t, id, key)
	c.say(`{"type":"greetings"}`)
	c.complaint("unknown_type")
	c.say(`{"type":"end"}`)
	c.closed(noHello)
}

func TestSocketHelloInTime(t *testing.T) {
	h := openHouse(t, limited(Limits{Hello: 1}))
	id, key := h.begin(t, student)
	h.dial(t, id, key).closed(lateHello)
}

func TestSocketDeletedInterview(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	c, _ := h.join(t, id, key)
	if r := h.send(t, "DELETE", "/api/v1/interviews/"+id, "", "Authorization: Bearer "+key); r.StatusCode != http.StatusNoContent {
		t.Fatalf("delete: status %d: %s", r.StatusCode, r.body)
	}
	c.closed(deleted)
	h.send(t, "GET", "/api/v1/interviews/"+id, "", "Authorization: Bearer "+key).problem(t, http.StatusNotFound, "not_found")
	_, res, err := h.tryDial(id, "Authorization: Bearer "+key)
	if err == nil || res.StatusCode != http.StatusNotFound {
		t.Errorf("socket of a deleted interview: %v %v, want 404", res, err)
	}
}

func TestEndings(t *testing.T) {
	for _, e := range endings {
		if come, stay := e.code/100 == 40, e.code/100 == 41; come && !e.back || stay && e.back {
			t.Errorf("%d %s: back is %v, which its code contradicts", e.code, e.reason, e.back)
		}
		if len(e.reason) == 0 || len(e.reason) > 123 {
			t.Errorf("%d: reason %q does not fit a close frame", e.code, e.reason)
		}
	}
	seen := map[string]bool{}
	for _, e := range endings {
		if seen[e.reason] {
			t.Errorf("two endings say %q", e.reason)
		}
		seen[e.reason] = true
	}
}
